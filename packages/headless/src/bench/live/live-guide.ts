import { spreadOf } from '@face-verify/eval';
import type { LiveBenchmark } from './bench-live.ts';
import type { FrameTimes } from './live-harness.ts';

/** Where a page says how busy its machine was. */
export interface Machine {
  readonly cores: number;
  /** Processes that wanted to run, on average over the last minute. */
  readonly load: number;
}

/** `docs/generated/live.md`. */
export function liveGuide(benchmark: LiveBenchmark, { cores, load }: Machine): string {
  const { chromium, sessions, tracked, decisionMs, mainThreadMs } = benchmark;
  const of = (timeOf: (frame: FrameTimes) => number) => times(tracked.map(timeOf));
  return `# What a camera's frame takes

How fast is a face followed and decided about? Written by \`npm run -s bench -- --live\`; edit
\`packages/headless/src/bench/live\`, not this page.

| ms | fastest | median | 95 % |
|---|--:|--:|--:|
| pixels of the frame | ${of(({ decodeMs }) => decodeMs)} |
| points, presence, pose | ${of(({ pointsMs }) => pointsMs)} |
| aligned face, quality | ${of(({ alignMs }) => alignMs)} |
| **points, pose and quality** | ${of(({ pointsMs, alignMs }) => pointsMs + alignMs)} |
| frame → answer, for the page | ${of(({ answeredMs }) => answeredMs)} |
| **frame → decision** | ${times(decisionMs)} |
| **main thread, per frame** | – | ${mainThreadMs.toFixed(1)} | – |

${tracked.length.toLocaleString('en')} frames of 640×480 px in which a face was followed, in ${sessions} sessions of \`verifier.watch\` in mode \`verify\`, in a
headless Chromium ${chromium} with ${cores} cores and a load of ${load.toFixed(0)} before the run from other work: the fastest is what it takes where
nothing else runs. Engine in its worker, networks on WASM with one thread; the film is a rendered person who trembles, at 30
frames a second. *Points, pose and quality* are computed in the worker from pixels. *Frame → decision* begins where
the page takes the last frame that is embedded, and ends when the session is done: both ways between the threads, pixels,
points, quality, embedding, comparison, and other frames that are looked at in between. The *main thread* is the
processor's time for all tasks of the page, for each frame that was looked at, without what drawing and showing the film takes by
itself.
`;
}

function times(ms: readonly number[]): string {
  const sorted = ms.toSorted((a, b) => a - b);
  const most = sorted[Math.round(0.95 * (sorted.length - 1))] ?? Number.NaN;
  return [sorted[0] ?? Number.NaN, spreadOf(ms).median, most].map((value) => value.toFixed(1)).join(' | ');
}
