/** Watches a browser page for what no page of ours may do. */
import type { BrowserContext, Page } from '@playwright/test';

export interface Watch {
  /** Everything that went wrong, in words. */
  faults: string[];
  /** All addresses that were asked for. */
  requests: string[];
}

declare global {
  interface Window {
    violations?: string[];
    pwned?: unknown;
  }
}

/**
 * Lets a context reach nothing but `mount`, and writes down every request beyond it, failed
 * request, console error, thrown error, dialog and violation of the page's policy.
 */
export async function watch(context: BrowserContext, page: Page, mount: string): Promise<Watch> {
  const faults: string[] = [];
  const requests: string[] = [];
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.startsWith(mount) || /^(?:data|blob|about):/.test(url)) return route.fallback();
    faults.push(`asked for ${url}`);
    return route.abort();
  });
  await page.exposeFunction('reportViolation', (text: string) => {
    faults.push(`violates its policy: ${text}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What is still under way when the next page is opened is given up.
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} (${reason})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answered ${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { faults, requests };
}

/** Scrolls through a page, so that pictures that load late are asked for, and waits for them. */
export async function loadAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all(
      [...document.images].map((image) =>
        image.complete
          ? Promise.resolve()
          : new Promise<void>((done) => {
              image.addEventListener('load', () => done());
              image.addEventListener('error', () => done());
            }),
      ),
    );
    await document.fonts.ready;
  });
}
