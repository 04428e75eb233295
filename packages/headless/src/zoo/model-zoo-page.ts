import { ALIGNED_SIZE_PX } from '@face-verify/core';
import type { KernelName } from '@face-verify/kernels';
import { type Latency, MAX_RUNS } from './time-network.ts';
import type { ZooEntry, ZooFlops } from './zoo-entry.ts';

/** Trained weights of `models/`. */
export interface ShippedModel {
  readonly id: string;
  /** Name of the network that they belong to. */
  readonly architecture: string;
  /** On the identities kept back for validation; undefined where the card has none. */
  readonly auc: number | undefined;
}

export interface MeasuredEntry extends ZooEntry {
  readonly latency: Latency;
  readonly shipped: readonly ShippedModel[];
}

export interface ZooMachine {
  readonly cores: number;
  /** Major version. */
  readonly chromium: string;
  /** Which of ours the SDK takes there; undefined where those are TensorFlow.js's own. */
  readonly kernels: KernelName | undefined;
  /** A run that takes longer is not repeated. */
  readonly limitMs: number;
}

const CONVENTION: Readonly<Record<ZooFlops['convention'], string>> = { tf: 'tf', mx: 'mx', twiceMacs: '2 × MACs' };

const KERNELS: Readonly<Record<KernelName | 'tfjs', string>> = {
  'relaxed-simd': '[ours](../decisions/own-kernels.md), with relaxed SIMD',
  simd: '[ours](../decisions/own-kernels.md), without relaxed SIMD',
  tfjs: "TensorFlow.js's",
};

const COUNT_COLUMNS = ['Network', 'Parameters', 'MFLOPs, ours', 'published', 'difference', 'counted by', 'fp16, MB'];

/** `docs/generated/model-zoo.md`. */
export function modelZooPage(
  entries: readonly MeasuredEntry[],
  { cores, chromium, kernels, limitMs }: ZooMachine,
): string {
  const head = [...COUNT_COLUMNS, 'WASM, ms', 'trained weights'];
  return `# Model zoo

Every embedder of [\`packages/nets\`](../../packages/nets/src/registry.ts). Written by \`npm run -s lab -- write-zoo\`, which counts
and times them; edit nothing here.

**Counts** are of one aligned face, 112×112${otherSides(entries)}.
FLOPs are counted as the published figure was: \`tf\` as TensorFlow's profiler does, \`mx\` as the LFR challenge's counter does, or as twice the multiply-adds; \`tf\` where nothing is
published. Sizes are of weights as they ship: batch normalisation folded, half precision.

**Latencies** are medians of one run in a headless Chromium ${chromium} with ${cores} cores, on WASM with one thread and the
kernels that the SDK computes with there (${KERNELS[kernels ?? 'tfjs']}), with untrained weights, which take as long as trained ones. The machine was shared with other work: compare them
within the table only, and only roughly. On such a machine one network has differed threefold between two runs.
\\*: TensorFlow.js's kernels, since the network has a step that ours do not compute.
In brackets: the number of runs where there were fewer than ${MAX_RUNS}. Too slow: a warm run took more than ${limitMs / 1000} s.

**Trained weights** are in [\`models/\`](../../models); AUC is what their cards say of people never trained on. A network
without them refuses to verify by construction: there is nothing to load.

${row(head)}
|---|${'--:|'.repeat(4)}---|--:|--:|---|
${entries.map((entry) => countCells(entry) + measuredCells(entry)).join('\n')}

${accuracySection(entries)}`;
}

/** The part of an entry's row that follows from the registry alone. */
export function countCells({ name, params, flops, fp16Bytes }: ZooEntry): string {
  const { ours, published, convention } = flops;
  return row([
    name,
    params.toLocaleString('en'),
    mega(ours),
    published === undefined ? '–' : mega(published),
    published === undefined ? '–' : percent(ours / published - 1),
    CONVENTION[convention],
    (fp16Bytes / 1e6).toFixed(2),
  ]);
}

/** What the papers say of networks trained by them. */
export function accuracySection(entries: readonly ZooEntry[]): string {
  const rows = entries.flatMap(({ name, published }) => {
    if (published === undefined) return [];
    const { accuracy = {}, differences = {}, remark, source } = published;
    const reasons = [...Object.values(differences).map(({ why }) => why), ...(remark ? [remark] : [])];
    const figures = Object.entries(accuracy).map(([set, value]) => `${set} ${value}`);
    return row([name, figures.join(', ') || '–', source, reasons.join(' ')]);
  });
  return `## What the papers say

Accuracy in per cent **as the paper has it**, reached with its authors' weights and data: not reached or measured here.
Where our count differs from the paper's, the last column says why.

${row(['Network', "The paper's accuracy", 'Source', 'Why our count differs'])}
|---|---|---|---|
${rows.join('\n')}
`;
}

function otherSides(entries: readonly ZooEntry[]): string {
  return entries
    .map(({ name, network }) => ({ name, side: network.nodes[0].shape[0] }))
    .filter(({ side }) => side !== ALIGNED_SIZE_PX)
    .map(({ name, side }) => `; of ${name} ${side}×${side}`)
    .join('');
}

function measuredCells({ latency, shipped }: MeasuredEntry): string {
  const weights = shipped.map(({ id, auc }) => `[${id}](../../models/${id})${auc === undefined ? '' : `, AUC ${auc}`}`);
  return row([describe(latency), weights.join('; ') || '–']).slice(1);
}

function describe(latency: Latency): string {
  if (latency.outcome === 'not-measured') return `not measured: ${latency.reason}`;
  const { medianMs, runs, kernels } = latency;
  return `${medianMs.toFixed(medianMs < 100 ? 1 : 0)}${runs < MAX_RUNS ? ` (${runs})` : ''}${kernels === undefined ? ' \\*' : ''}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function mega(count: number): string {
  return (count / 1e6).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function percent(share: number): string {
  const text = (100 * share).toFixed(2);
  return `${Number(text) === 0 ? '0.00' : text.replace(/^(?=\d)/, '+').replace('-', '−')} %`;
}
