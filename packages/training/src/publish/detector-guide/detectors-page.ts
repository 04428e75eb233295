import { markdownTable } from '../markdown-table.ts';

interface Spread {
  readonly medianMs: number;
  readonly p90Ms: number;
  readonly runs: number;
}

/** What `compareDetectors` of headless measured. */
interface TimedDetector {
  readonly detector: keyof typeof NAMES;
  readonly bytes: number;
  readonly load: Spread;
  readonly detect: Spread;
  readonly wasmBytes: number;
  readonly processBytes: number;
}

const COLUMNS = ['detector', 'first visit', 'load', 'detect', 'detect, 90 %', 'WebAssembly memory', 'processes'];
const NAMES = { mediapipe: 'MediaPipe', light: 'light' } as const;

/** `docs/generated/detectors.md`. */
export function detectorsPage(
  { chromium, figures }: { readonly chromium: string; readonly figures: readonly TimedDetector[] },
  cores: number,
): string {
  const rows = figures.map(({ detector, bytes, load, detect, wasmBytes, processBytes }) => [
    NAMES[detector],
    megabytes(bytes),
    `${(load.medianMs / 1000).toFixed(2)} s`,
    `${detect.medianMs.toFixed(1)} ms`,
    `${detect.p90Ms.toFixed(1)} ms`,
    megabytes(wasmBytes),
    megabytes(processBytes),
  ]);
  const [{ load, detect }] = figures as readonly [TimedDetector];
  return `# What each detector costs

[The light detector](../decisions/light-detector.md) finds the faces that MediaPipe's finds. Written by
\`npm run -s lab -- write-detectors\`; edit \`packages/headless/src/detectors\`, not this page.

${markdownTable(COLUMNS, rows)}

In a headless Chromium ${chromium} with ${cores} cores, networks on WASM, both detectors in turn in one run, medians of ${load.runs} pages
and ${detect.runs} looks at one rendered face of 480×480. The machine was shared with other work: compare times with each
other only. **First visit** is all that the page fetches from the assets folder, uncompressed, without the engine's 0.6 MB of
script; MediaPipe's has the light detector in it, which takes its place where WebGL is lost. **Load** is from an empty page, assets from the same machine.
**Memory** is what WebAssembly holds for detector and networks, and what the processes that run page and GPU have resident.
`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
