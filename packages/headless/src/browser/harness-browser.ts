import { decodeError, FaceVerifyError } from '@face-verify/core';
import type { Browser, Page } from 'playwright';
import { type LaunchOptions, launchChromium } from '../chromium/launch-chromium.ts';
import { closeAll } from './close-all.ts';
import { ForeignRequests } from './foreign-requests.ts';
import type { HarnessReply } from './harness-reply.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import type { Photograph } from './photograph-tokens.ts';

/** What a page does for this process. `load` makes it ready and is called first. */
export type Harness<Api> = { load(options: never): Promise<unknown> } & Readonly<
  Record<keyof Api, (...args: never[]) => Promise<unknown>>
>;

export interface HarnessBrowserOptions<LoadOptions> extends LaunchOptions {
  /** Holds the page's index.html. */
  readonly pageFolder: string;
  /** What `load` gets on every fresh page, which may fetch the files that are lent to it until the end. */
  readonly loadOptions: (lend: (file: Photograph) => string) => LoadOptions;
  /** Milliseconds after which one call counts as hung; default two minutes, enough for a software GPU. */
  readonly callTimeoutMs?: number | undefined;
}

type Answer<Api extends Harness<Api>, Method extends keyof Api> = Awaited<ReturnType<Api[Method]>>;

/** Calls after which the page is loaded anew, so that whatever a browser keeps of each photograph cannot pile up. */
const CALLS_PER_PAGE = 2000;
const DEFAULT_CALL_TIMEOUT_MS = 120_000;

/**
 * The methods of a page, called from Node in a headless Chromium. Calls must not overlap. A page that crashes or hangs
 * is replaced: the call that it happened in fails, the next one works.
 */
export class HarnessBrowser<Api extends Harness<Api>> {
  readonly #loadOptions: Parameters<Api['load']>[0];
  readonly #callTimeoutMs: number;
  readonly #server: PageServer;
  readonly #browser: Browser;
  readonly #guards: ForeignRequests[] = [];
  #page: Page | undefined;
  #calls = 0;

  private constructor(
    options: HarnessBrowserOptions<Parameters<Api['load']>[0]>,
    server: PageServer,
    browser: Browser,
  ) {
    this.#loadOptions = options.loadOptions((file) => server.photographs.lend(file));
    this.#callTimeoutMs = options.callTimeoutMs ?? DEFAULT_CALL_TIMEOUT_MS;
    this.#server = server;
    this.#browser = browser;
  }

  /** @throws {CommandError} `chromium-missing` */
  static async start<Api extends Harness<Api>>(
    options: HarnessBrowserOptions<Parameters<Api['load']>[0]>,
  ): Promise<HarnessBrowser<Api>> {
    const browser = await launchChromium(options);
    try {
      return new HarnessBrowser<Api>(options, await startPageServer(options.pageFolder), browser);
    } catch (error) {
      await Promise.allSettled([browser.close()]);
      throw error;
    }
  }

  /** Makes a fresh page ready. @throws {FaceVerifyError} as the page's `load` */
  async load(): Promise<Answer<Api, 'load'>> {
    await this.#discardPage();
    this.#page = await this.#openPage();
    this.#calls = 0;
    try {
      return await this.#callPage(this.#page, 'load', [this.#loadOptions]);
    } catch (error) {
      // A page that is not ready is of no use to the next call.
      await this.#discardPage();
      throw error;
    }
  }

  /**
   * Calls a method that needs nothing loaded, on a page of its own.
   *
   * @throws {FaceVerifyError} as {@link call}
   */
  async callUnloaded<Method extends keyof Api & string>(
    method: Method,
    ...args: Parameters<Api[Method]>
  ): Promise<Answer<Api, Method>> {
    const page = await this.#openPage();
    try {
      return await this.#callPage(page, method, args);
    } finally {
      await page.context().close();
    }
  }

  /** @throws {FaceVerifyError} as the page's method; `internal` where the page crashed or hung */
  async call<Method extends keyof Api & string>(
    method: Method,
    ...args: Parameters<Api[Method]>
  ): Promise<Answer<Api, Method>> {
    if (this.#page === undefined || this.#calls >= CALLS_PER_PAGE) await this.load();
    this.#calls++;
    if (this.#page === undefined) throw new FaceVerifyError('internal', 'The page is gone.');
    return this.#callPage(this.#page, method, args);
  }

  /** Gives the page a photograph's address for as long as `use` takes. */
  async lend<Value>(photograph: Photograph, use: (address: string) => Promise<Value>): Promise<Value> {
    const { photographs } = this.#server;
    const address = photographs.lend(photograph);
    try {
      return await use(address);
    } finally {
      photographs.takeBack(address);
    }
  }

  /** @throws where the page asked another origin for anything, or the browser or the server does not end */
  close(): Promise<void> {
    return closeAll(
      () => this.#browser.close(),
      () => this.#server.close(),
      ...this.#guards.map((guard) => () => guard.assertNone()),
    );
  }

  async #callPage<Method extends keyof Api & string>(
    page: Page,
    method: Method,
    args: readonly unknown[],
  ): Promise<Answer<Api, Method>> {
    const reply = await this.#reply(page, method, args);
    if (!reply.ok) throw decodeError(reply.error);
    // The harness answers each method with its own type.
    return reply.value as Answer<Api, Method>;
  }

  async #reply(page: Page, method: string, args: readonly unknown[]): Promise<HarnessReply<unknown>> {
    const lost = rejectWhenLost(page, this.#callTimeoutMs);
    try {
      const answer = page.evaluate(([name, list]) => window.callHarness?.(name, list), [method, args] as const);
      const reply = await Promise.race([answer, lost.promise]);
      if (reply === undefined) throw new Error('The page has no harness.');
      return reply;
    } catch (cause) {
      await this.#discardPage();
      const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
      throw new FaceVerifyError('internal', `The page failed: ${message}`, { cause });
    } finally {
      lost.stop();
    }
  }

  async #openPage(): Promise<Page> {
    const context = await this.#browser.newContext();
    context.setDefaultTimeout(this.#callTimeoutMs);
    this.#guards.push(await ForeignRequests.watch(context, this.#server.origin));
    const page = await context.newPage();
    await page.goto(this.#server.origin, { waitUntil: 'load' });
    await page.waitForFunction(() => window.callHarness !== undefined);
    return page;
  }

  async #discardPage(): Promise<void> {
    const page = this.#page;
    this.#page = undefined;
    await page?.context().close();
  }
}

/** A promise that rejects when the page crashes or the time is over; a crashed page never answers. */
function rejectWhenLost(page: Page, timeoutMs: number): { promise: Promise<never>; stop: () => void } {
  let stop = () => {};
  const promise = new Promise<never>((_, reject) => {
    const onCrash = () => reject(new Error('It crashed.'));
    const timer = setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms.`)), timeoutMs);
    page.once('crash', onCrash);
    stop = () => {
      clearTimeout(timer);
      page.off('crash', onCrash);
    };
  });
  return { promise, stop };
}
