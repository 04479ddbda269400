/**
 * Pages and files of the development server: each request is answered by the desk, and a page is
 * set by the route of its kind. Runs with the pages themselves, so that an edit of any of them shows.
 */
import type { MiddlewareHandler } from 'astro';
import type { Answer } from '../../desk.ts';

/** The page for addresses that do not exist. */
const NOT_FOUND = '/404.html';

export const onRequest: MiddlewareHandler = async ({ url, locals }, next) => {
  // Imported for each request: Astro keeps this file, and would keep the content with it.
  const { answer } = await import('../../desk.ts');
  const found = await firstAnswer(answer, filesOf(url.pathname));
  const shown = found ?? (await answer(NOT_FOUND));
  const status = found === undefined ? 404 : 200;
  if (shown === undefined) return new Response('Not found', { status });
  if (shown.kind === 'file') {
    return new Response(Buffer.from(shown.bytes), {
      status,
      headers: { 'content-type': shown.type },
    });
  }
  Object.assign(locals, { [shown.page]: shown.view });
  const { body, headers } = await next(`/${shown.page}`);
  return new Response(body, { status, headers });
};

async function firstAnswer(
  answer: (address: string) => Promise<Answer | undefined>,
  addresses: readonly string[],
): Promise<Answer | undefined> {
  for (const address of addresses) {
    const found = await answer(address);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The files that a host may answer with: `/world/` and `/world` are `/world/index.html` too. */
function filesOf(pathname: string): string[] {
  const address = decodeURIComponent(pathname).normalize('NFC').replace(/\/$/, '');
  const hasEnding = address.slice(address.lastIndexOf('/')).includes('.');
  return hasEnding ? [address] : [`${address}/index.html`, `${address}.html`, address];
}
