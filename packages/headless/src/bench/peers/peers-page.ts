import { spreadOf } from '@face-verify/eval';
import type { PeerFigures, PeersBenchmark } from './bench-peers.ts';
import { PEER_VERSIONS } from './install-peers.ts';
import { PIPELINES, RUNTIMES } from './peer-harness.ts';

/** Where a page says how busy its machine was. */
export interface Machine {
  readonly cores: number;
  /** Processes that wanted to run, on average over the last minutes. */
  readonly load: number;
  /** Whether the browser was put before that work. */
  readonly raised: boolean;
  /** What the photographs were. */
  readonly photographs: string;
}

/** `docs/benchmarks.md`. */
export function peersPage(benchmark: PeersBenchmark, { cores, load, raised, photographs }: Machine): string {
  const { chromium, figures } = benchmark;
  const rounds = Math.round((figures[0]?.laps.length ?? 0) / benchmark.photographs);
  const of = (names: readonly string[]) => figures.filter(({ name }) => names.includes(name));
  const [ours] = figures as readonly [PeerFigures];
  const embedMs = ours.laps.map(({ stages }) => stages?.embed ?? Number.NaN);
  const cosines = of(RUNTIMES).map(({ name, leastCosine = Number.NaN }) => `${name} ${leastCosine.toFixed(6)}`);
  return `# Beside others

Written by \`npm run -s bench -- --peers\`, which installs what is compared in a folder of its own; edit
\`packages/headless/src/bench/peers\`, not this page. Headless Chromium ${chromium}, ${cores} cores, a load of ${load.toFixed(0)} before the run
from other work${raised ? ', before which the browser was put' : ''}: **compare times with each other only**. All take turns in one page, each in a frame of its own, on its
thread, on WASM with one thread: ${rounds} rounds over ${photographs}, each beginning with another one.

## From a photograph to an embedding

![Bars of the time that each takes, ours by stage](images/benchmarks.svg)

| | warm, median | 5 % to 95 % | cold, median | fetched | as Brotli sends it |
|---|---:|---:|---:|---:|---:|
${of(PIPELINES).map(row).join('\n')}

**Warm**: a JPEG to its embedding, decoded by each in its own way. **Cold**: loading and the first photograph, in a fresh
browser context, from the same machine, ${ours.coldMs.length} times. **Fetched**: all that was fetched for that, without the page's own script, of
which ours is \`face-verify\` (45 kB, gzip), loaded here from its sources, module by module, which makes our cold times longer
than those of a built page. human has its mesh and description on and all else off; face-api finds 68 points, with
tiny by its tiny network. What each finds and how well it tells people apart is another question: their networks, and what
those were trained for, differ.

## Our embedder, in other runtimes

The same network with the same weights on the same aligned faces, written as ONNX and TensorFlow Lite; bytes to embedding.
Theirs are files of 32 bits a weight, ours has 16, so fetched is not compared here.
The least cosine with ours, looked at before anything is timed: ${cosines.join(', ')}.

| | warm, median | 5 % to 95 % | cold, median | fetched | as Brotli sends it |
|---|---:|---:|---:|---:|---:|
| face-verify | ${times(embedMs)} | – | – | – |
${of(RUNTIMES).map(row).join('\n')}

## Versions

${Object.entries(PEER_VERSIONS)
  .map(([name, version]) => `- \`${name}\` ${version}`)
  .join('\n')}
`;
}

function row({ name, laps, coldMs, bytes, brotliBytes }: PeerFigures): string {
  const megabytes = (count: number) => `${(count / 1e6).toFixed(1)} MB`;
  const cells = [name, times(laps.map(({ ms }) => ms)), `${(spreadOf(coldMs).median / 1000).toFixed(2)} s`];
  return `| ${[...cells, megabytes(bytes), megabytes(brotliBytes)].join(' | ')} |`;
}

function times(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  return `${spreadOf(ms).median.toFixed(1)} ms | ${at(0.05)} to ${at(0.95)} ms`;
}
