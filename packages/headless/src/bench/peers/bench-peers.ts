import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { ForeignRequests } from '../../browser/foreign-requests.ts';
import { type PageServer, startPageServer } from '../../browser/page-server.ts';
import { launchChromium } from '../../chromium/launch-chromium.ts';
import { exportEmbedder } from './export-embedder.ts';
import { installPeers } from './install-peers.ts';
import { type Lap, type PeerName, type PeersHarness, PIPELINES, RUNTIMES } from './peer-harness.ts';
import { servePeers } from './serve-peers.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../../peers-page', import.meta.url));
/** Below that the same weights do not compute the same. */
const MIN_COSINE = 0.9999;
/** What servers take that compress while they send. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export interface PeerFigures {
  readonly name: PeerName;
  /** From an empty page to the first embedding: once for each page. */
  readonly coldMs: readonly number[];
  /** Of all that was fetched for that, without the page itself. */
  readonly bytes: number;
  readonly brotliBytes: number;
  readonly laps: readonly Lap[];
  /** Between a runtime's embeddings and ours; undefined for pipelines. */
  readonly leastCosine?: number;
}

export interface PeersBenchmark {
  /** Major version. */
  readonly chromium: string;
  readonly photographs: number;
  readonly figures: readonly PeerFigures[];
}

/**
 * Times pipelines and runtimes beside each other in one headless browser, in turn, each on one thread and WASM.
 *
 * @param photographs - paths of photographs with one face; those that one of them does not see are left out
 * @param runs.cold - pages loaded with each
 * @param runs.warm - rounds over all photographs
 * @param tell - hears what is being done
 * @throws where a runtime computes something else from the same weights
 */
export async function benchPeers(
  photographs: readonly string[],
  runs: { readonly cold: number; readonly warm: number },
  tell: (line: string) => void,
): Promise<PeersBenchmark> {
  tell('Installing what is compared …');
  const folder = installPeers();
  const browser = await launchChromium();
  const server = await startPageServer(PAGE_FOLDER, servePeers(folder, exportEmbedder(folder)));
  try {
    tell('Looking which photographs all of them see …');
    const seen = await photographsSeen(browser, server, photographs);
    const cold = new Map<PeerName, Visit[]>();
    for (let i = 0; i < runs.cold; i++) {
      for (const name of turned(i)) {
        tell(`Cold, ${i + 1} of ${runs.cold}: ${name}`);
        cold.set(name, [...(cold.get(name) ?? []), await visit(browser, server, seen[0] as string, name)]);
      }
    }
    const { laps, cosines } = await timeWarm(browser, server, seen, runs.warm, tell);
    const figures = [...PIPELINES, ...RUNTIMES].map((name): PeerFigures => {
      const visits = cold.get(name) ?? [];
      const leastCosine = cosines.get(name);
      return {
        name,
        coldMs: visits.map(({ ms }) => ms),
        bytes: visits[0]?.bytes ?? 0,
        brotliBytes: visits[0]?.brotliBytes ?? 0,
        laps: laps.get(name) ?? [],
        ...(leastCosine !== undefined && { leastCosine }),
      };
    });
    return { chromium: browser.version().split('.')[0] ?? '', photographs: seen.length, figures };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Those in which every pipeline finds a face. */
async function photographsSeen(
  browser: Browser,
  server: PageServer,
  photographs: readonly string[],
): Promise<readonly string[]> {
  const seen = await withPage(browser, server, photographs, async (page) => {
    for (const name of PIPELINES) await call(page, 'open', name);
    const answers: boolean[] = [];
    for (let i = 0; i < photographs.length; i++) answers.push(await call(page, 'isSeen', i));
    return photographs.filter((_, i) => answers[i]);
  });
  if (seen.length === 0) throw new Error('None of the photographs has a face that all of them see.');
  return seen;
}

interface Visit {
  readonly ms: number;
  readonly bytes: number;
  readonly brotliBytes: number;
}

/** All of them, beginning with another one each time: who comes after whom shall not matter. */
function turned(round: number): PeerName[] {
  const all = [...PIPELINES, ...RUNTIMES];
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

async function visit(browser: Browser, server: PageServer, photograph: string, name: PeerName): Promise<Visit> {
  const isRuntime = (RUNTIMES as readonly string[]).includes(name);
  return withPage(browser, server, [photograph], async (page) => {
    if (isRuntime) {
      await call(page, 'open', PIPELINES[0]);
      await call(page, 'keepFaces', PIPELINES[0]);
    }
    const paths = new Set<string>();
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/(peers|exported|face-verify)\//.test(pathname)) paths.add(pathname);
    });
    const startMs = performance.now();
    await call(page, 'open', name);
    await call(page, 'time', name, 0);
    const ms = performance.now() - startMs;
    const fetched = await Promise.all(
      [...paths].map(async (path) => (await fetch(server.origin + path)).arrayBuffer()),
    );
    const sum = (sizeOf: (body: ArrayBuffer) => number) => fetched.reduce((total, body) => total + sizeOf(body), 0);
    return {
      ms,
      bytes: sum(({ byteLength }) => byteLength),
      brotliBytes: sum((body) => brotliCompressSync(body, BROTLI).length),
    };
  });
}

async function timeWarm(
  browser: Browser,
  server: PageServer,
  photographs: readonly string[],
  rounds: number,
  tell: (line: string) => void,
) {
  return withPage(browser, server, photographs, async (page) => {
    const laps = new Map<PeerName, Lap[]>();
    const cosines = new Map<PeerName, number>();
    for (const name of [...PIPELINES, ...RUNTIMES]) await call(page, 'open', name);
    await call(page, 'keepFaces', PIPELINES[0]);
    for (const name of RUNTIMES) {
      const cosine = await call(page, 'leastCosine', name);
      if (!(cosine >= MIN_COSINE)) throw new Error(`${name} computes something else: a cosine of ${cosine}.`);
      cosines.set(name, cosine);
    }
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      if (round % 5 === 0) tell(`Warm, round ${round} of ${rounds}`);
      for (let photograph = 0; photograph < photographs.length; photograph++) {
        for (const name of turned(round + photograph)) {
          const lap = await call(page, 'time', name, photograph);
          if (round > 0) laps.set(name, [...(laps.get(name) ?? []), lap]);
        }
      }
    }
    return { laps, cosines };
  });
}

async function withPage<Result>(
  browser: Browser,
  server: PageServer,
  photographs: readonly string[],
  act: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext();
  const addresses = photographs.map((file) => server.photographs.lend(file));
  try {
    const foreign = await ForeignRequests.watch(context, server.origin);
    const page = await context.newPage();
    await page.goto(server.origin, { waitUntil: 'load' });
    await page.waitForFunction(() => window.callHarness !== undefined);
    await call(page, 'load', addresses);
    const result = await act(page);
    foreign.assertNone();
    return result;
  } finally {
    for (const address of addresses) server.photographs.takeBack(address);
    await context.close();
  }
}

async function call<Method extends keyof PeersHarness>(
  page: Page,
  method: Method,
  ...args: Parameters<PeersHarness[Method]>
): Promise<Awaited<ReturnType<PeersHarness[Method]>>> {
  const reply = await page.evaluate(([name, list]) => window.callHarness?.(name, list), [method, args] as const);
  if (reply?.ok !== true) throw new Error(`The page could not ${method} ${args[0]}: ${JSON.stringify(reply?.error)}`);
  // The harness answers each method with its own type.
  return reply.value as Awaited<ReturnType<PeersHarness[Method]>>;
}
