import type { Browser, Page, Request } from 'playwright';
import type { ServedPage } from './run-consumer.ts';

/** What came of opening a consumer's page. */
export interface Visit {
  /** What the page wrote into `data-result`. */
  readonly result: unknown;
  /** All that was said on the console, and errors that nobody caught. */
  readonly said: readonly string[];
  /** Addresses on origins that the page should know nothing of. */
  readonly foreign: readonly string[];
  /** Of all answers from opening the page to its result, as they were sent. */
  readonly bytes: number;
}

/** Said where a page asks for WebGPU, and there is none. */
const CHROMIUM_ITSELF = /^No available adapters\.$/;

/** Time for a busy machine. */
const PATIENCE_MS = 240_000;

/** Waits for what a page reports by itself. */
async function reported(page: Page): Promise<unknown> {
  const root = page.locator('html[data-result]');
  await root.waitFor({ state: 'attached', timeout: PATIENCE_MS });
  return JSON.parse((await root.getAttribute('data-result')) ?? 'null');
}

/**
 * Opens a page in a browser that knows nothing of it yet, and waits for its result.
 *
 * @param use - what a person does there, before the result is there
 * @param then - what is done with the page when the result is there; its own is the visit's
 */
export async function visit(
  browser: Browser,
  { url, origins, sentBytes }: ServedPage,
  then: (page: Page, result: unknown) => Promise<unknown> = async (_, result) => result,
  use: (page: Page) => Promise<unknown> = reported,
): Promise<Visit> {
  const context = await browser.newContext({ permissions: ['camera'] });
  try {
    const page = await context.newPage();
    const said: string[] = [];
    const foreign: string[] = [];
    const finished: Request[] = [];
    page.on('console', (message) => {
      if (!CHROMIUM_ITSELF.test(message.text())) said.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && !origins.includes(origin)) foreign.push(request.url());
    });
    context.on('requestfinished', (request) => finished.push(request));
    await page.goto(url);
    const first = await use(page);
    const bytes = sentBytes() ?? (await sizeOf(finished));
    const result = await then(page, first);
    return { result, said, foreign, bytes };
  } finally {
    await context.close();
  }
}

async function sizeOf(requests: readonly Request[]): Promise<number> {
  // What came from a blob: was not sent.
  const sent = requests.filter((request) => request.url().startsWith('http'));
  const sizes = await Promise.all(sent.map((request) => request.sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
}
