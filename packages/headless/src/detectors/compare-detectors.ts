import { fileURLToPath } from 'node:url';
import type { DetectorName } from 'face-verify';
import type { Browser, Page } from 'playwright';
import { type TimeSpread, timeSpread } from '../bench/time-spread.ts';
import { ForeignRequests } from '../browser/foreign-requests.ts';
import type { CaptureSummary, LoadSummary } from '../browser/harness-api.ts';
import { type PageServer, startPageServer } from '../browser/page-server.ts';
import { launchChromium } from '../chromium/launch-chromium.ts';
import { memoryProbe } from '../soak/memory-probe.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../page', import.meta.url));
/** Path of a photograph with one face that every detector is sure of. */
const PHOTOGRAPH = fileURLToPath(new URL('../bench/rendered-face.jpg', import.meta.url));

export interface DetectorFigures {
  readonly detector: DetectorName;
  /** Of all assets that a first visit fetches, without the engine's script, which is the same for both. */
  readonly bytes: number;
  /** From an empty page to a verifier that is ready, with nothing kept from before. */
  readonly load: TimeSpread;
  /** Of one photograph, without the first of each page. */
  readonly detect: TimeSpread;
  /** After the last photograph of the first page: see `HeldMemory`. */
  readonly wasmBytes: number;
  readonly processBytes: number;
}

export interface DetectorComparison {
  /** Major version. */
  readonly chromium: string;
  readonly figures: readonly DetectorFigures[];
}

interface Visit {
  readonly bytes: number;
  readonly loadMs: number;
  readonly detectMs: readonly number[];
  readonly wasmBytes: number;
  readonly processBytes: number;
}

/**
 * Loads and asks both detectors in turn, on WASM, in one headless browser.
 *
 * @param runs.visits - pages loaded with each
 * @param runs.photographs - looked at in each page after the first
 */
export async function compareDetectors(runs: {
  readonly visits: number;
  readonly photographs: number;
}): Promise<DetectorComparison> {
  const browser = await launchChromium();
  const server = await startPageServer(PAGE_FOLDER);
  try {
    const visits: Record<DetectorName, Visit[]> = { mediapipe: [], light: [] };
    for (let i = 0; i < runs.visits; i++) {
      for (const detector of ['mediapipe', 'light'] as const) {
        visits[detector].push(await visit(browser, server, detector, runs.photographs));
      }
    }
    const figures = (['mediapipe', 'light'] as const).map((detector) => figuresOf(detector, visits[detector]));
    return { chromium: browser.version().split('.')[0] ?? '', figures };
  } finally {
    await browser.close();
    await server.close();
  }
}

function figuresOf(detector: DetectorName, visits: readonly Visit[]): DetectorFigures {
  const { bytes = 0, wasmBytes = 0, processBytes = 0 } = visits[0] ?? {};
  return {
    detector,
    bytes,
    load: timeSpread(visits.map(({ loadMs }) => loadMs)),
    detect: timeSpread(visits.flatMap(({ detectMs }) => detectMs)),
    wasmBytes,
    processBytes,
  };
}

async function visit(
  browser: Browser,
  server: PageServer,
  detector: DetectorName,
  photographs: number,
): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const foreign = await ForeignRequests.watch(context, server.origin);
    const page = await context.newPage();
    const bytes = countAssets(page);
    const probe = await memoryProbe(browser, page);
    await page.goto(server.origin, { waitUntil: 'load' });
    await page.waitForFunction(() => window.callHarness !== undefined);
    const { loadMs } = await call<LoadSummary>(page, 'load', { backend: 'wasm', detector });
    const fetched = await bytes();
    const detectMs: number[] = [];
    const address = server.photographs.lend(PHOTOGRAPH);
    for (let i = 0; i <= photographs; i++) {
      const { timings } = await call<CaptureSummary>(page, 'capture', address);
      if (i > 0) detectMs.push(timings.detectMs ?? Number.NaN);
    }
    server.photographs.takeBack(address);
    const { wasmBytes, processBytes } = await probe();
    foreign.assertNone();
    return { bytes: fetched, loadMs, detectMs, wasmBytes, processBytes };
  } finally {
    await context.close();
  }
}

async function call<Answer>(page: Page, method: string, argument: unknown): Promise<Answer> {
  const reply = await page.evaluate(([name, list]) => window.callHarness?.(name, list), [method, [argument]] as const);
  if (reply?.ok !== true) throw new Error(`The page could not ${method}: ${JSON.stringify(reply?.error)}`);
  return reply.value as Answer;
}

/** @returns what gives the bytes of the assets that were fetched until then, without the engine's script */
function countAssets(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    // It is asked for once more when it is run.
    if (!pathname.startsWith('/face-verify/') || pathname.endsWith('/engine.js')) return;
    sizes.set(
      pathname,
      request.sizes().then(({ responseBodySize }) => responseBodySize),
    );
  });
  return async () => (await Promise.all(sizes.values())).reduce((sum, bytes) => sum + bytes, 0);
}
