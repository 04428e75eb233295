import { join, relative, sep } from 'node:path';
import { GENERATED_PAGES } from '@face-verify/repository';
import { fetchedWhen, isOfFirstUse } from './first-use.ts';
import { filesBelow, measureFiles, sumOf } from './measure-files.ts';
import { SIZE_UNITS, type Size } from './size-budget.ts';

export const BYTES_PAGE = join(GENERATED_PAGES, 'bytes.md');

/** By path below the folder of assets. */
type AssetSizes = ReadonlyMap<string, Size>;

/** What each of the assets weighs, the heaviest first. */
export function measureAssets(folder: string): AssetSizes {
  const sizes = filesBelow(folder).map(
    (file) => [relative(folder, file).split(sep).join('/'), measureFiles(file)] as const,
  );
  return new Map(sizes.sort(([, a], [, b]) => b.bytes - a.bytes));
}

/** `docs/generated/bytes.md`. */
export function bytesPage(assets: AssetSizes): string {
  const fetched = [...assets].filter(([path]) => !fetchedWhen(path).startsWith('never'));
  const rows = fetched.map(([path, size]) => row(`\`${path}\``, size, fetchedWhen(path)));
  const visit = (detector: 'light' | 'mediapipe') =>
    sumOf(fetched.filter(([path]) => isOfFirstUse(path, detector)).map(([, size]) => size));
  return `# What is fetched, in bytes

Thousands of bytes of each file in the [assets folder](../guide/hosting.md): as it is, and as a server sends it that
compresses with gzip (level 6) or Brotli (quality 5, which servers take while they send; files that were compressed before
with quality 11 are smaller by a tenth). Each is fetched once for a version, but for \`engine.js\`, about which the server is
asked anew. Written by \`npx tsx --conditions=face-verify-source e2e/packed-package/write-bytes-page.ts\`; a test fails
where a file weighs something else by more than 5 %, and where a first use is above its budget
(\`e2e/packed-package/size-budget.ts\`).

| file | as it is | gzip | Brotli | fetched |
|---|---:|---:|---:|---|
${rows.join('\n')}

First use on WASM with the default model, without the page's own script (\`face-verify\` adds 45 kB to it, gzip):

| detector | as it is | gzip | Brotli | budget, gzip as Brotli |
|---|---:|---:|---:|---|
${row('light', visit('light'), '3.0 MB')}
${row('MediaPipe', visit('mediapipe'), '6.3 MB')}
`;
}

/** What a page says that {@link bytesPage} wrote. */
export function readBytesPage(page: string): AssetSizes {
  const rows = page.matchAll(/^\| `(.+?)` \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|/gm);
  return new Map(
    [...rows].map(([, path = '', ...cells]) => {
      const bytes = SIZE_UNITS.map((unit, i) => [unit, Number(cells[i]?.replaceAll(',', '')) * 1000]);
      return [path, Object.fromEntries(bytes) as Size];
    }),
  );
}

function row(name: string, size: Size, end: string): string {
  const kilobytes = SIZE_UNITS.map((unit) => Math.ceil(size[unit] / 1000).toLocaleString('en'));
  return `| ${[name, ...kilobytes, end].join(' | ')} |`;
}
