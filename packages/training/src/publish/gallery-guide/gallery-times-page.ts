import { markdownTable } from '../markdown-table.ts';
import type { TimedGallery } from './timed-gallery.ts';

const COLUMNS = ['subjects', 'one identification', 'median', 'adding all', 'writing', 'reading', 'stored', 'all pairs'];

/** `docs/generated/gallery-times.md`. */
export function galleryTimesPage(
  times: readonly TimedGallery[],
  { cores, chromium }: { readonly cores: number; readonly chromium: string },
): string {
  const rows = times.map(({ size, fastestMs, identify, fillMs, encodeMs, decodeMs, storedBytes, findDuplicatesMs }) => [
    size.toLocaleString('en'),
    duration(fastestMs),
    duration(identify.medianMs),
    ...[fillMs, encodeMs, decodeMs].map(duration),
    `${(storedBytes / 1e6).toFixed(1)} MB`,
    findDuplicatesMs === undefined ? '–' : duration(findDuplicatesMs),
  ]);
  const { dimension = 0, identify } = times[0] ?? {};
  return `# What galleries cost in time

How long does it take to look for a face among many? Written by \`npm run -s lab -- write-galleries\`; edit
\`packages/headless/src/gallery\`, not this page. \`npm run -s bench -- --gallery\` only prints the times.

![Time of one identification against the size of the gallery](gallery-times.svg)

${markdownTable(COLUMNS, rows)}

In a headless Chromium ${chromium} with ${cores} cores, in the page's own thread, templates of ${dimension} numbers. The machine was
shared with other work, so **one identification** is the fastest of ${identify?.runs ?? 0}, which is what it takes where nothing else
runs; the median and everything else include waiting for the processor. Writing and reading are \`galleryCodec\`, which
checks every number; all pairs is \`findDuplicates\`, which lets the page go on meanwhile. In memory a gallery takes as
much as stored, and up to twice that while it grows.
`;
}

function duration(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(0)} s`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${ms.toFixed(ms < 1 ? 2 : ms < 10 ? 1 : 0)} ms`;
}
