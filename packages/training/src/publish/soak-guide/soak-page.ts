import { markdownTable } from '../markdown-table.ts';
import type { SoakSample } from './soak-sample.ts';

/** About as many rows as a page can bear; the picture has all. */
const ROWS = 10;
const COLUMNS = [
  'frames',
  'sessions decided',
  'tensors',
  'of them in bytes',
  'WebAssembly',
  'heap of the worker',
  'heap of the page',
  'processes',
];

/** `docs/generated/soak.md`. */
export function soakPage(
  samples: readonly SoakSample[],
  { chromium, watchedMs }: { readonly chromium: string; readonly watchedMs: number },
): string {
  const step = Math.max(1, Math.round((samples.length - 1) / ROWS));
  const rows = samples
    .filter((_, i) => i % step === 0 || i === samples.length - 1)
    .map((sample) => [
      sample.frames.toLocaleString('en'),
      sample.sessions.toLocaleString('en'),
      sample.tensors.toLocaleString('en'),
      megabytes(sample.tensorBytes),
      ...[sample.wasmBytes, sample.workerHeapBytes, sample.pageHeapBytes, sample.processBytes].map(megabytes),
    ]);
  const frames = samples.at(-1)?.frames ?? 0;
  return `# What a long session holds

Does memory grow while a camera is watched for hours? Written by \`npm run -s lab -- measure-soak\`; edit
\`packages/headless/src/soak\`, not this page.

![Tensors, memory of WebAssembly, heaps and processes against the frames that were looked at](soak.svg)

${markdownTable(COLUMNS, rows)}

${frames.toLocaleString('en')} frames of 640×480 px were looked at in a headless Chromium ${chromium}, ${(frames / (watchedMs / 1000)).toFixed(0)} a second, by sessions of every mode one after the
other: \`verify\` (also with a liveness challenge), \`enrol\` and \`capture\`, by \`verifier.watch\` over one verifier whose engine
is in its worker, networks on WebAssembly. Rendered people come, move, smile, go, are followed by others and joined by a
second person, and no two frames are the same picture. At each measurement the session is stopped in its middle, what it
had asked for has ended, and garbage is collected. *WebAssembly* is the memory of networks and detector together;
*processes* is what the system counts as resident for the page's process and that of the GPU, where bitmaps and textures
are, which no heap shows; what the two share counts twice.
`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
