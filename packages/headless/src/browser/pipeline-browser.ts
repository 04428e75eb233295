import { FaceVerifyError, type VerificationResult } from '@face-verify/core';
import type { Browser, Page } from 'playwright';
import { launchChromium } from '../chromium/launch-chromium.ts';
import { ForeignRequests } from './foreign-requests.ts';
import type {
  CaptureSummary,
  GpuAdapter,
  HarnessMethod,
  HarnessOptions,
  HarnessReply,
  LoadSummary,
  PipelineHarness,
  PlainEmbedding,
} from './harness-api.ts';
import { type PageServer, startPageServer } from './page-server.ts';

export interface PipelineBrowserOptions extends HarnessOptions {
  /** Milliseconds after which one call counts as hung; default two minutes, enough for a software GPU. */
  readonly callTimeoutMs?: number;
  /** Another page than the one that exposes the pipeline. */
  readonly pageFolder?: string;
}

type Answer<Method extends HarnessMethod> = Awaited<ReturnType<PipelineHarness[Method]>>;

/** Calls after which the page is loaded anew, so that whatever a browser keeps per image cannot pile up. */
const CALLS_PER_PAGE = 2000;
const DEFAULT_CALL_TIMEOUT_MS = 120_000;

/**
 * The shipped pipeline in a headless Chromium. Calls must not overlap. A page that crashes or hangs is replaced:
 * the call that it happened in fails, the next one works.
 */
export class PipelineBrowser {
  readonly #options: PipelineBrowserOptions;
  readonly #server: PageServer;
  readonly #browser: Browser;
  readonly #guards: ForeignRequests[] = [];
  #page: Page | undefined;
  #calls = 0;

  private constructor(options: PipelineBrowserOptions, server: PageServer, browser: Browser) {
    this.#options = options;
    this.#server = server;
    this.#browser = browser;
  }

  /** @throws {CommandError} `chromium-missing` */
  static async start(options: PipelineBrowserOptions = {}): Promise<PipelineBrowser> {
    const browser = await launchChromium({ webgpu: options.backend === 'webgpu' });
    try {
      return new PipelineBrowser(options, await startPageServer(options.pageFolder), browser);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** Loads the pipeline in a fresh page. @throws {FaceVerifyError} as the runtime's loader */
  async load(): Promise<LoadSummary> {
    await this.#discardPage();
    const { backend, model } = this.#options;
    const options: HarnessOptions = {
      ...(backend === undefined ? {} : { backend }),
      ...(model === undefined ? {} : { model }),
    };
    this.#page = await this.#openPage();
    this.#calls = 0;
    try {
      return await this.#callPage(this.#page, 'load', options);
    } catch (error) {
      // A page without a pipeline is of no use to the next call.
      await this.#discardPage();
      throw error;
    }
  }

  /**
   * @param path - of a readable file
   * @throws {FaceVerifyError} as the runtime's `capture`; `internal` where the page crashed or hung
   */
  async capture(path: string): Promise<CaptureSummary> {
    const address = this.#server.photos.lend(path);
    try {
      return await this.#call('capture', address);
    } finally {
      this.#server.photos.takeBack(address);
    }
  }

  compare(probe: PlainEmbedding, reference: PlainEmbedding): Promise<VerificationResult> {
    return this.#call('compare', probe, reference);
  }

  timeCompare(embedding: PlainEmbedding, repeats: number): Promise<number> {
    return this.#call('timeCompare', embedding, repeats);
  }

  findGpuAdapter(): Promise<GpuAdapter | null> {
    return this.#call('findGpuAdapter');
  }

  /** @throws where the page asked another origin for anything */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
    for (const guard of this.#guards) guard.assertNone();
  }

  async #call<Method extends HarnessMethod>(
    method: Method,
    ...args: Parameters<PipelineHarness[Method]>
  ): Promise<Answer<Method>> {
    if (this.#page === undefined || this.#calls >= CALLS_PER_PAGE) await this.load();
    this.#calls++;
    if (this.#page === undefined) throw new FaceVerifyError('internal', 'The page is gone.');
    return this.#callPage(this.#page, method, ...args);
  }

  async #callPage<Method extends HarnessMethod>(
    page: Page,
    method: Method,
    ...args: Parameters<PipelineHarness[Method]>
  ): Promise<Answer<Method>> {
    const reply = await this.#reply(page, method, args);
    if (!reply.ok) {
      const { code, message, details } = reply.error;
      throw new FaceVerifyError(code, message, { details: { ...details } });
    }
    // The harness answers each method with its own type.
    return reply.value as Answer<Method>;
  }

  async #reply(page: Page, method: HarnessMethod, args: readonly unknown[]): Promise<HarnessReply<unknown>> {
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

  get #callTimeoutMs(): number {
    return this.#options.callTimeoutMs ?? DEFAULT_CALL_TIMEOUT_MS;
  }

  async #openPage(): Promise<Page> {
    const context = await this.#browser.newContext();
    context.setDefaultTimeout(this.#callTimeoutMs);
    this.#guards.push(await ForeignRequests.block(context, this.#server.origin));
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
