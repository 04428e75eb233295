import type { StartBenchmark, StartTimes } from './bench-start.ts';

export interface StartMachine {
  readonly cores: number;
  /** What `uptime` gave, over five minutes. */
  readonly load: number;
}

const DETECTORS = { light: 'light', mediapipe: 'MediaPipe' } as const;
const VISITS = { cold: 'first visit', warm: 'second visit' } as const;

/** `docs/generated/start.md`. */
export function startPage({ chromium, packages: [times = []] }: StartBenchmark, { cores, load }: StartMachine): string {
  const rows = times.map(({ detector, visit, fromNavigation, fromCall, load }) => [
    DETECTORS[detector],
    VISITS[visit],
    ...[fromNavigation, fromCall, load].map(({ medianMs }) => milliseconds(medianMs)),
    milliseconds(fromCall.p90Ms),
  ]);
  return `# How soon the first decision is there

From nothing to the first \`match\`, on WASM, of the package as it is published. Written by
\`npm run -s bench -- --start\`; edit \`packages/headless/src/start\`, not this page.

${table(['detector', 'visit', 'from navigation, ms', 'from the call, ms', 'of it loading, ms', 'from the call, 90 %'], rows)}

In a headless Chromium ${chromium} with ${cores} cores, medians of ${times[0]?.fromCall.runs ?? 0} visits of each kind, which took turns; the machine
was shared with other work (load ${load.toFixed(0)}), so that times differ by a third between runs. The page fetches \`face-verify.js\` and
two pictures of 480×480 from a server on the same machine, which compressed all files with Brotli before, and calls
\`createFaceVerifier\` as soon as it runs, then \`verify\` once. A **first visit** is one of a browser that has seen nothing of it; the
**second** finds in Cache Storage and in the HTTP cache what the first left there, and each file is checked again. **From
navigation** begins where the browser is sent to the page, **from the call** at \`createFaceVerifier\`.

## What it waits for

From when to when, in milliseconds from the call; what overlaps happens at once. Page and worker note these measures on
their timeline (\`performance.getEntriesByType('measure')\`), where the browser's tools for developers show them, too.

${times.map(stages).join('\n')}`;
}

function stages({ detector, visit, stages }: StartTimes): string {
  const rows = stages.map(({ stage, fromMs, toMs }) => [
    stage.replace(/(models|mediapipe|tfjs)\//, ''),
    ...[fromMs, toMs, toMs - fromMs].map(milliseconds),
  ]);
  return `### ${DETECTORS[detector]}, ${VISITS[visit]}\n\n${table(['', 'from', 'to', 'takes'], rows)}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const ends = head.map((title) => (/visit|detector|^$/.test(title) ? '---' : '--:'));
  return [line(head), `|${ends.join('|')}|`, ...rows.map(line)].join('\n');
}

function milliseconds(ms: number): string {
  return Math.round(ms).toLocaleString('en');
}
