/** Sends what others should know, and says in plain words why that did not work. */

/** How to send. */
export interface PostOptions {
  /** Default: the one of Node. */
  fetch?: typeof fetch;
  /** How often in all. */
  attempts?: number;
  /** How long one attempt may take, in milliseconds. */
  timeout?: number;
  /** The pause before the second attempt in milliseconds; each further one is four times as long. */
  pause?: number;
}

/** An answer of the service, or why there was none: what follows after its name. */
export type Answer =
  { status: number; text: string; location: string | undefined } | { unreachable: string };

/** The longest pause that a service may ask for, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/** How much of an answer is told. */
const LONGEST_TEXT = 200;

/**
 * Posts `body` to `url`. What may pass by itself (no connection, no answer in time, 429, 5xx) is
 * tried again; a redirect is not followed, because it would turn the POST into a GET.
 */
export async function post(
  url: string,
  type: string,
  body: string,
  options: PostOptions = {},
): Promise<Answer> {
  const { attempts = 3, timeout = 15_000, pause = 1000 } = options;
  const send = options.fetch ?? fetch;
  for (let attempt = 1; ; attempt += 1) {
    const usual = pause * 4 ** (attempt - 1);
    let answer: Answer;
    let wait = usual;
    try {
      const response = await send(url, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      const text = (await response.text()).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT);
      const location = response.headers.get('location') ?? undefined;
      answer = { status: response.status, text, location };
      wait = askedPause(response.headers.get('retry-after')) ?? usual;
    } catch (error) {
      answer = { unreachable: reason(error, timeout) };
    }
    if (attempt >= attempts || !mayPass(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** What is wrong with the answer of `who`, or undefined where the service took it. */
export function faultOf(answer: Answer, who: string): string | undefined {
  if ('unreachable' in answer) return `${who} ${answer.unreachable}`;
  const { location, status, text } = answer;
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) {
    return `${who} has moved to ${location ?? 'somewhere else'} (${status})`;
  }
  return `${who} answered ${status}${text === '' ? '' : `: ${text}`}`;
}

function mayPass(answer: Answer): boolean {
  return 'unreachable' in answer || answer.status === 429 || answer.status >= 500;
}

/** `Retry-After` in milliseconds, where it is a number of seconds. */
function askedPause(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header)
    ? Math.min(Number(header) * 1000, LONGEST_PAUSE)
    : undefined;
}

function reason(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return `cannot be reached: ${String(error)}`;
  if (error.name === 'TimeoutError') return `did not answer within ${timeout / 1000} seconds`;
  const cause = error.cause instanceof Error ? error.cause : error;
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOTFOUND':
      return 'is not to be found: there is no such host';
    case 'EAI_AGAIN':
      return 'could not be looked up: is this machine online?';
    case 'ECONNREFUSED':
      return 'refused the connection';
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
      return 'broke the connection off';
    default:
      return `cannot be reached: ${cause.message}`;
  }
}
