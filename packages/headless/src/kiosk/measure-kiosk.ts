import { loadavg } from 'node:os';
import type { CDPSession, Page } from 'playwright';
import { ForeignRequests } from '../browser/foreign-requests.ts';
import { launchChromium } from '../chromium/launch-chromium.ts';
import { memoryProbe } from '../soak/memory-probe.ts';
import type { HeldMemory } from '../soak/soak-sample.ts';
import type { KioskVisit } from './kiosk-door.ts';
import { serveKiosk } from './serve-kiosk.ts';

/** The people of the demonstration, by the names of their photographs. */
export const VISITORS = ['ada', 'dieter', 'gita', 'emre', 'kofi'] as const;

/** What a kiosk held at one moment, after a garbage collection. */
export interface KioskSample extends HeldMemory {
  /** Since the beginning. */
  readonly minutes: number;
  readonly visits: number;
  readonly frames: number;
  readonly checkIns: number;
  readonly domNodes: number;
  readonly listeners: number;
  readonly indexedDbBytes: number;
  /** Of the machine, over the last minute: processes that run or wait to. */
  readonly load: number;
}

export interface KioskRun {
  /** Major version. */
  readonly chromium: string;
  /** As they came. */
  readonly visits: readonly KioskVisit[];
  readonly samples: readonly KioskSample[];
}

export interface KioskPlan {
  /** People who come, one after the other. */
  readonly visits: number;
  /** A sample is taken at the beginning and after so many. */
  readonly every: number;
  readonly liveness: boolean;
  /** Whether short waits of the page end {@link HURRY} times as soon, so that many people come within minutes. */
  readonly hurry: boolean;
  /** Who comes, in turn. */
  readonly who: readonly (typeof VISITORS)[number][];
}

/** How many times as soon short waits of a hurried page end. */
const HURRY = 10;
/** Longer waits, as for a camera that may have stopped, are left to the clock. */
const HURRIED_MS = 1600;

/** A collection that finds no less than so many before it did ends the collecting. */
const VAIN_COLLECTIONS = 3;
/** More come only where as much is made as goes. */
const MOST_COLLECTIONS = 40;

/** What is used of the app of the attendance check-in. */
interface AppOfPage {
  readonly store: {
    readonly settings: { readonly current: { readonly current: object }; save(settings: object): Promise<void> };
    readonly log: { all(): Promise<{ readonly checkIns: readonly unknown[] }> };
  };
}

/**
 * Opens the attendance check-in in a headless browser, enrols the people of its demonstration, and sends them before its
 * kiosk: without a cool-down, so that each of them is greeted again and again.
 *
 * @param onSample - called after each sample
 */
export async function measureKiosk(plan: KioskPlan, onSample: (sample: KioskSample) => void): Promise<KioskRun> {
  const server = await serveKiosk();
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ permissions: ['camera'], viewport: { width: 1024, height: 700 } });
    const foreign = await ForeignRequests.watch(context, server.origin);
    const page = await context.newPage();
    const probe = await memoryProbe(browser, page);
    const protocol = await context.newCDPSession(page);
    await page.addInitScript(() => localStorage.setItem('attendance-demo-source', 'camera'));
    if (plan.hurry) await page.addInitScript(hurry, [HURRY, HURRIED_MS] as const);
    await page.goto(`${server.origin}/attendance/?demo`);
    await page.getByTestId('kiosk').waitFor({ timeout: 180_000 });
    await page.evaluate(saveSettings, { liveness: plan.liveness, coolDownSeconds: 0, directions: 'in-and-out' });
    const [visits, samples, sinceMs]: [KioskVisit[], KioskSample[], number] = [[], [], performance.now()];
    const take = async () => {
      const minutes = (performance.now() - sinceMs) / 60_000;
      await collect(protocol, page);
      const held = { ...(await probe()), ...(await page.evaluate(measurePage)) };
      const { nodes, jsEventListeners } = await protocol.send('Memory.getDOMCounters');
      const counted = { domNodes: nodes, listeners: jsEventListeners, load: loadavg()[0] ?? Number.NaN };
      const sample = { minutes, visits: visits.length, ...held, ...counted };
      samples.push(sample);
      onSample(sample);
    };
    await take();
    while (visits.length < plan.visits) {
      visits.push(await visit(page, plan.who[visits.length % plan.who.length] as string));
      if (visits.length % plan.every === 0) await take();
    }
    foreign.assertNone();
    return { chromium: browser.version().split('.')[0] ?? '', visits, samples };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Collects garbage until nothing more goes: what one collection lets go of may be what holds the next. */
async function collect(protocol: CDPSession, page: Page): Promise<void> {
  let [least, vain] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 0; i < MOST_COLLECTIONS && vain < VAIN_COLLECTIONS; i++) {
    await protocol.send('HeapProfiler.collectGarbage');
    // Finalizers run in tasks of their own.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    const { nodes, jsEventListeners } = await protocol.send('Memory.getDOMCounters');
    vain = nodes + jsEventListeners < least ? 0 : vain + 1;
    least = Math.min(least, nodes + jsEventListeners);
  }
}

/** Runs in the page before anything else. */
function hurry([times, longestMs]: readonly [number, number]): void {
  const wait = window.setTimeout.bind(window) as (act: TimerHandler, ms?: number, ...given: unknown[]) => number;
  const hurried = (act: TimerHandler, ms = 0, ...given: unknown[]) =>
    wait(act, ms > longestMs ? ms : ms / times, ...given);
  window.setTimeout = hurried as typeof window.setTimeout;
}

/** Waits between two thirds of a second and one and a third, so that no step of the page's own falls in with it. */
function visit(page: Page, who: string): Promise<KioskVisit> {
  return page.evaluate(([name, waitMs]) => window.kioskDoor?.visit(name, waitMs) as Promise<KioskVisit>, [
    who,
    667 * (1 + Math.random()),
  ] as const);
}

async function saveSettings(changes: object): Promise<void> {
  const { store } = (document.querySelector('attendance-app') as unknown as { _app: AppOfPage })._app;
  await store.settings.save({ ...store.settings.current.current, ...changes });
}

async function measurePage(): Promise<Pick<KioskSample, 'checkIns' | 'frames' | 'indexedDbBytes'>> {
  const { store } = (document.querySelector('attendance-app') as unknown as { _app: AppOfPage })._app;
  const { usage = 0, usageDetails } = (await navigator.storage.estimate()) as StorageEstimate & {
    usageDetails?: { indexedDB?: number };
  };
  return {
    checkIns: (await store.log.all()).checkIns.length,
    frames: window.kioskDoor?.frames ?? 0,
    indexedDbBytes: usageDetails?.indexedDB ?? usage,
  };
}
