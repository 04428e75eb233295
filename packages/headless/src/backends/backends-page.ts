import type { ComputedBy, PassCounts } from './backends-harness.ts';
import type { BackendComparison } from './compare-backends.ts';

export interface ComparedPhotographs {
  /** Real ones and rendered ones, in words. */
  readonly photographs: string;
  /** Names in the order of the photographs; undefined for those that may not be named. */
  readonly names: readonly string[];
  readonly thresholds: readonly number[];
}

const NAMES: Readonly<Record<ComputedBy, string>> = {
  'relaxed-simd': 'WASM, our kernels, relaxed SIMD',
  simd: 'WASM, our kernels, plain SIMD',
  'tfjs-wasm': 'WASM, TensorFlow.js’s kernels',
  webgpu: 'WebGPU, software adapter',
  'tfjs-cpu': 'TensorFlow.js’s CPU backend, embedder alone',
};

/** `docs/generated/backends.md`. */
export function backendsPage(
  comparisons: readonly BackendComparison[],
  passes: readonly PassCounts[],
  { photographs, names, thresholds }: ComparedPhotographs,
): string {
  const rows = comparisons.map(({ by, pairs, flips, otherCaptures, maxSimilarityDifference, maxNormDifference }) => [
    NAMES[by],
    pairs.toLocaleString('en'),
    (pairs * thresholds.length).toLocaleString('en'),
    `**${flips.length}**`,
    String(otherCaptures.length),
    maxSimilarityDifference.toExponential(1),
    `${(100 * maxNormDifference).toPrecision(2)} %`,
  ]);
  const counts = passes.map(({ name, dispatches, submits, uploadedBytes, downloadedBytes }) => [
    name,
    ...[dispatches, submits, uploadedBytes, downloadedBytes].map((count) => count.toLocaleString('en')),
  ]);
  return `# Whether every backend decides the same

Every photograph is captured whole (decoded, detected by the light detector, points found twice, aligned, embedded) with each
way of computing, and all pairs are decided at each threshold that ships, against anyone and against similar people. Each
way is compared with our kernels on WASM with relaxed SIMD. Written by \`npm run -s lab -- compare-backends\`; edit
\`packages/headless/src/backends\`, not this page.

${table(['computed by', 'pairs', 'decisions', 'decided otherwise', 'captured otherwise', 'similarity, largest difference', 'norm, largest difference'], rows)}

${photographs}; thresholds ${thresholds.map((value) => value.toFixed(4)).join(', ')}. **Decided otherwise** counts decisions on one
side of a threshold here and on its other side there; **captured otherwise** counts photographs that only one way captures,
or that they refuse for different reasons. The software adapter computes WebGPU's shaders on the processor; a GPU's own
rounding is not in this table. The CPU backend embeds the faces that the first way aligned: it takes half a second for each.
What whole pipelines differ by beyond that line arises before the embedder: in the last digits of the points, which move the face that
is cut out by a fraction of a pixel, and so the bytes that its pixels are rounded to.

${differences(comparisons, names)}

## What WebGPU is asked for

By one pass of each network, after the first, with TensorFlow.js's WebGPU backend. Each dispatch starts a program on the GPU; all of
a submit go there together; bytes are those that page and GPU exchange, parameters of programs included.

${table(['network', 'dispatches', 'submits', 'bytes up', 'bytes down'], counts)}
`;
}

function differences(comparisons: readonly BackendComparison[], names: readonly string[]): string {
  const lines = comparisons.flatMap(({ by, flips, otherCaptures }) => [
    ...flips.map(({ photographs, threshold, margins }) => {
      const pair = photographs.map((i) => names[i]).join(' and ');
      const [here, there] = margins.map((margin) => margin.toExponential(1));
      return `- ${NAMES[by]}: ${pair} at ${threshold}: ${here} beside it with relaxed SIMD, ${there} there.`;
    }),
    ...otherCaptures.map((i) => `- ${NAMES[by]}: ${names[i]} is captured otherwise.`),
  ]);
  return lines.length === 0 ? 'No decision and no capture differs.' : lines.join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|---|${'--:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}
