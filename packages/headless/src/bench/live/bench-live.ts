import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright';
import { ForeignRequests } from '../../browser/foreign-requests.ts';
import { startPageServer } from '../../browser/page-server.ts';
import { launchChromium } from '../../chromium/launch-chromium.ts';
import type { LiveHarness, LiveTimes } from './live-harness.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../../live-page', import.meta.url));
/** Before those that count: engines compile better what has run for a while. */
const WARM_UPS = 3;
const SESSIONS = 15;
/** How long the film alone is watched, to know what of the main thread's time is its own. */
const ALONE_MS = 5000;

export interface LiveBenchmark extends LiveTimes {
  readonly chromium: string;
  readonly sessions: number;
  /** Of the main thread for each frame that was looked at, without what the film takes. */
  readonly mainThreadMs: number;
}

/** Times what a camera's frames take, in a headless browser, with the engine in its worker. */
export async function benchLive(tell: (line: string) => void): Promise<LiveBenchmark> {
  const browser = await launchChromium();
  const server = await startPageServer(PAGE_FOLDER);
  try {
    const context = await browser.newContext();
    const foreign = await ForeignRequests.watch(context, server.origin);
    const page = await context.newPage();
    await page.goto(server.origin, { waitUntil: 'load' });
    await page.waitForFunction(() => window.callHarness !== undefined);
    tell('Loading …');
    const { chromium } = await call(page, 'load');
    await call(page, 'verify', WARM_UPS);
    const protocol = await context.newCDPSession(page);
    // Of the thread itself, not of the clock: other work waits for the same processors.
    await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
    tell('Watching the film alone …');
    const alone = await timeMainThread(protocol, () => page.waitForTimeout(ALONE_MS));
    tell(`Watching ${SESSIONS} sessions …`);
    const watched = await timeMainThread(protocol, () => call(page, 'verify', SESSIONS));
    foreign.assertNone();
    const filmMs = (alone.busyMs / alone.wallMs) * watched.wallMs;
    const times = watched.result;
    const mainThreadMs = (watched.busyMs - filmMs) / times.looked;
    return { ...times, chromium, sessions: SESSIONS, mainThreadMs };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** How long the page's main thread computed meanwhile. */
async function timeMainThread<Result>(protocol: CDPSession, act: () => Promise<Result>) {
  const read = async () => {
    const { metrics } = await protocol.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    return { busyMs: 1000 * seconds, wallMs: performance.now() };
  };
  const before = await read();
  const result = await act();
  const after = await read();
  return { result, busyMs: after.busyMs - before.busyMs, wallMs: after.wallMs - before.wallMs };
}

async function call<Method extends keyof LiveHarness>(
  page: Page,
  method: Method,
  ...args: Parameters<LiveHarness[Method]>
): Promise<Awaited<ReturnType<LiveHarness[Method]>>> {
  const reply = await page.evaluate(([name, list]) => window.callHarness?.(name, list), [method, args] as const);
  if (reply?.ok !== true) throw new Error(`The page could not ${method}: ${JSON.stringify(reply?.error)}`);
  // The harness answers each method with its own type.
  return reply.value as Awaited<ReturnType<LiveHarness[Method]>>;
}
