import type { DetectorName } from 'face-verify';
import type { Browser, BrowserContext } from 'playwright';
import { type TimeSpread, timeSpread } from '../bench/time-spread.ts';
import { ForeignRequests } from '../browser/foreign-requests.ts';
import { launchChromium } from '../chromium/launch-chromium.ts';
import type { PageTimes } from './page-times.ts';
import { servePackage } from './serve-package.ts';

const VISITS = ['cold', 'warm'] as const;
/** The first visit of a browser, with nothing kept from before, or the one after it. */
type VisitKind = (typeof VISITS)[number];

/** From when to when something was done, in milliseconds after the call of `createFaceVerifier`. */
interface StageSpan {
  readonly stage: string;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface StartTimes {
  readonly detector: DetectorName;
  readonly visit: VisitKind;
  /** From the navigation to the first decision. */
  readonly fromNavigation: TimeSpread;
  /** From the call of `createFaceVerifier` to the first decision. */
  readonly fromCall: TimeSpread;
  /** From the call of `createFaceVerifier` to a verifier. */
  readonly load: TimeSpread;
  /** Medians, in the order in which they begin. */
  readonly stages: readonly StageSpan[];
}

export interface StartBenchmark {
  /** Major version. */
  readonly chromium: string;
  /** One for each package, in their order. */
  readonly packages: readonly (readonly StartTimes[])[];
}

interface Visit {
  readonly times: PageTimes;
  readonly spans: readonly StageSpan[];
}

const DETECTORS = ['light', 'mediapipe'] as const satisfies readonly DetectorName[];
/** What the names of the runtime's measures begin with. */
const PREFIX = 'face-verify: ';

/**
 * Times how long a page takes from nothing to its first decision, on WASM: with a browser that has seen nothing of it
 * before, and with one that has. All packages take turns.
 *
 * @param dists - folders of built packages
 * @param runs - visits of each kind
 */
export async function benchStart(
  dists: readonly string[],
  runs: number,
  onRun: (run: number) => void,
): Promise<StartBenchmark> {
  const browser = await launchChromium();
  const servers = await Promise.all(dists.map(servePackage));
  try {
    const kinds = DETECTORS.flatMap((detector) => VISITS.map((visit) => ({ detector, visit })));
    const seen = servers.map(() => kinds.map((): Visit[] => []));
    for (let run = 0; run < runs; run++) {
      for (const [i, { origin }] of servers.entries()) {
        for (const detector of DETECTORS) {
          const visits = await visitTwice(browser, origin, detector);
          for (const [v, visit] of visits.entries()) {
            seen[i]?.[kinds.findIndex((kind) => kind.detector === detector && kind.visit === VISITS[v])]?.push(visit);
          }
        }
      }
      onRun(run + 1);
    }
    const packages = seen.map((ofPackage) =>
      kinds.map((kind, k) => ({ ...kind, ...startTimes(ofPackage[k] as readonly Visit[]) })),
    );
    return { chromium: browser.version().split('.')[0] ?? '', packages };
  } finally {
    await browser.close();
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** What the browser keeps of the first visit, the second one finds. */
async function visitTwice(browser: Browser, origin: string, detector: DetectorName): Promise<readonly Visit[]> {
  const context = await browser.newContext();
  try {
    const foreign = await ForeignRequests.watch(context, origin);
    const visits = [await visit(context, origin, detector), await visit(context, origin, detector)];
    foreign.assertNone();
    return visits;
  } finally {
    await context.close();
  }
}

async function visit(context: BrowserContext, origin: string, detector: DetectorName): Promise<Visit> {
  const page = await context.newPage();
  try {
    await page.goto(`${origin}/?detector=${detector}`, { waitUntil: 'load' });
    const times = (await page.evaluate(() => window.decided)) as PageTimes;
    if (times.outcome !== 'match' || times.detector !== detector) {
      throw new Error(`The page came to ${times.outcome} with the detector ${times.detector}.`);
    }
    const inWorkers = page.workers().map((worker) => worker.evaluate(readMeasures));
    const measured = await Promise.all([page.evaluate(readMeasures), ...inWorkers]);
    const origins = measured.map(({ timeOrigin }) => timeOrigin - (measured[0]?.timeOrigin ?? 0) - times.createMs);
    const spans = measured.flatMap(({ measures }, i) =>
      measures.map(({ name, start, duration }) => {
        const fromMs = start + (origins[i] as number);
        return { stage: name.slice(PREFIX.length), fromMs, toMs: fromMs + duration };
      }),
    );
    return { times, spans };
  } finally {
    await page.close();
  }
}

/** Runs in the page and in its worker. */
function readMeasures() {
  const measures = performance
    .getEntriesByType('measure')
    .filter(({ name }) => name.startsWith('face-verify: '))
    .map(({ name, startTime, duration }) => ({ name, start: startTime, duration }));
  return { timeOrigin: performance.timeOrigin, measures };
}

function startTimes(visits: readonly Visit[]): Omit<StartTimes, 'detector' | 'visit'> {
  const names = [...new Set(visits.flatMap(({ spans }) => spans.map(({ stage }) => stage)))];
  const stages = names.map((stage) => {
    const spans = visits.flatMap((visit) => visit.spans.filter((span) => span.stage === stage));
    const median = (of: (span: StageSpan) => number) => timeSpread(spans.map(of)).medianMs;
    return { stage, fromMs: median(({ fromMs }) => fromMs), toMs: median(({ toMs }) => toMs) };
  });
  return {
    fromNavigation: timeSpread(visits.map(({ times }) => times.decidedMs)),
    fromCall: timeSpread(visits.map(({ times }) => times.decidedMs - times.createMs)),
    load: timeSpread(visits.map(({ times }) => times.readyMs - times.createMs)),
    stages: stages.sort((a, b) => a.fromMs - b.fromMs),
  };
}
