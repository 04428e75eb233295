import { fileURLToPath } from 'node:url';
import { embeddingCodec } from '@face-verify/core';
import { HarnessBrowser } from '../browser/harness-browser.ts';
import {
  type BackendsHarness,
  COMPUTED_BY,
  type ComputedBy,
  type PassCounts,
  type Seen,
  type WholePipeline,
} from './backends-harness.ts';
import { compareDecisions, type DecisionDifferences, type Faces } from './compare-decisions.ts';
import type { SeenStore } from './seen-store.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../backends-page', import.meta.url));
/** A photograph takes seconds on a software adapter, and loading minutes. */
const CALL_TIMEOUT_MS = 900_000;
/** The networks that weights ship for. */
const SHIPPED = ['ConvFaceNeXt_PS', 'MobileFaceNet', 'FacePointNet', 'BlazeFace_short_range'];

/** What relaxed SIMD decides, beside what another way does. */
export interface BackendComparison extends DecisionDifferences {
  readonly by: ComputedBy;
}

export interface CompareOptions {
  /** Paths. */
  readonly photographs: readonly string[];
  readonly thresholds: readonly number[];
  /** Default: all. The first of them is what the others are compared with. */
  readonly ways?: readonly ComputedBy[];
  /** Keeps what was seen, so that a run that was ended goes on. */
  readonly store?: SeenStore;
  readonly onSeen?: (by: ComputedBy) => void;
}

/**
 * Captures each photograph whole with every way of computing, and decides all pairs at all thresholds with each. The CPU
 * backend embeds the faces that the first way has aligned.
 *
 * @throws {FaceVerifyError} where a way does not run
 */
export async function compareBackends(options: CompareOptions): Promise<readonly BackendComparison[]> {
  const { photographs, thresholds, ways = COMPUTED_BY } = options;
  const faces = new Map<ComputedBy, Faces>();
  const onCpu = ways.includes('tfjs-cpu');
  for (const by of ways) {
    if (by === 'tfjs-cpu') continue;
    const seen = await seeAll(by, photographs, onCpu && by === ways[0], options);
    faces.set(
      by,
      seen.map((each) => ('refusal' in each ? each.refusal : embeddingCodec.decode(each.embedding))),
    );
    const cpu = seen.map((each) => ('refusal' in each ? each.refusal : each.onCpu));
    if (onCpu && by === ways[0]) {
      faces.set(
        'tfjs-cpu',
        cpu.map((text, i) =>
          'refusal' in (seen[i] as Seen) ? (text as string) : embeddingCodec.decode(text as string),
        ),
      );
    }
  }
  const [first, ...others] = ways.map((by) => ({ by, faces: faces.get(by) as Faces }));
  return others.map(({ by, faces: found }) => ({ by, ...compareDecisions(first?.faces as Faces, found, thresholds) }));
}

async function seeAll(
  by: WholePipeline,
  photographs: readonly string[],
  onCpu: boolean,
  { store, onSeen }: CompareOptions,
): Promise<readonly Seen[]> {
  const browser = await start(by);
  try {
    const digest = await browser.load();
    const seen: Seen[] = [];
    for (const photograph of photographs) {
      const key = `${digest} ${by}${onCpu ? ' and tfjs-cpu' : ''}`;
      const known = await store?.get(key, photograph);
      const found = known ?? (await browser.lend(photograph, (address) => browser.call('capture', address, onCpu)));
      if (known === undefined) await store?.set(key, photograph, found);
      seen.push(found);
      onSeen?.(by);
    }
    return seen;
  } finally {
    await browser.close();
  }
}

/** Counts what a pass of each network that ships asks of a GPU. */
export async function countPasses(): Promise<readonly PassCounts[]> {
  const browser = await start('webgpu');
  try {
    const counts: PassCounts[] = [];
    for (const name of SHIPPED) counts.push(await browser.callUnloaded('countPass', name));
    return counts;
  } finally {
    await browser.close();
  }
}

function start(by: WholePipeline): Promise<HarnessBrowser<BackendsHarness>> {
  return HarnessBrowser.start<BackendsHarness>({
    pageFolder: PAGE_FOLDER,
    loadOptions: () => by,
    webgpu: by === 'webgpu',
    callTimeoutMs: CALL_TIMEOUT_MS,
  });
}
