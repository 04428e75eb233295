import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { embeddingCodec } from '@face-verify/core';
import { HarnessBrowser } from '../browser/harness-browser.ts';
import { OutcomeJournal } from '../photograph/outcome-journal.ts';
import {
  type BackendsHarness,
  COMPUTED_BY,
  type ComputedBy,
  type PassCounts,
  type Seen,
  type WholePipeline,
} from './backends-harness.ts';
import { compareDecisions, type DecisionDifferences, type Faces } from './compare-decisions.ts';

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
  /** Folder that keeps what was seen, so that a run that was ended goes on. */
  readonly cache?: string;
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
    const asksCpu = onCpu && by === ways[0];
    const seen = await seeAll(by, photographs, asksCpu, options);
    faces.set(
      by,
      facesOf(seen, ({ embedding }) => embedding),
    );
    if (asksCpu)
      faces.set(
        'tfjs-cpu',
        facesOf(seen, ({ onCpu }) => onCpu as string),
      );
  }
  const [first, ...others] = ways.map((by) => ({ by, faces: faces.get(by) as Faces }));
  return others.map(({ by, faces: found }) => ({ by, ...compareDecisions(first?.faces as Faces, found, thresholds) }));
}

function facesOf(seen: readonly Seen[], textOf: (captured: Extract<Seen, { embedding: string }>) => string): Faces {
  return seen.map((each) => ('refusal' in each ? each.refusal : embeddingCodec.decode(textOf(each))));
}

async function seeAll(
  by: WholePipeline,
  photographs: readonly string[],
  onCpu: boolean,
  { cache, onSeen }: CompareOptions,
): Promise<readonly Seen[]> {
  const browser = await start(by);
  try {
    const how = `${await browser.load()} ${by}${onCpu ? ' and tfjs-cpu' : ''}`;
    const journal = cache === undefined ? undefined : new OutcomeJournal<Seen>(cache, how);
    const seen: Seen[] = [];
    for (const photograph of photographs) {
      const name = createHash('sha256')
        .update(await readFile(photograph))
        .digest('hex');
      const known = journal?.get(name);
      const found = known ?? (await browser.lend(photograph, (address) => browser.call('capture', address, onCpu)));
      if (known === undefined) journal?.set(name, found);
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
