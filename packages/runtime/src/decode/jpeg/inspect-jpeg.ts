import { readScanData } from './coded-data.ts';
import { type HuffmanTable, huffmanTable } from './huffman-table.ts';
import { type Frame, readFrame } from './jpeg-frame.ts';
import type { ScanBand } from './walk-progressive.ts';
import { type Scan, walkScan } from './walk-scan.ts';

/**
 * `unended`: whole, but for the end marker that some telephones leave out. `unknown`: of a kind whose code is not read
 * here, and that browsers hardly read either.
 */
export type JpegState = 'whole' | 'unended' | 'cut-off' | 'damaged' | 'unknown';

/** Makes an unended JPEG whole. */
export const JPEG_END: Uint8Array<ArrayBuffer> = Uint8Array.of(0xff, 0xd9);

const MARKERS = { huffmanTables: 0xc4, endOfImage: 0xd9, startOfScan: 0xda, restartInterval: 0xdd } as const;

/** Sequential and progressive frames of Huffman codes (ITU-T T.81, table B.1). */
const READ_FRAMES = [0xc0, 0xc1, 0xc2];
const FRAMES = [...READ_FRAMES, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];

/**
 * Whether a JPEG has all of its photograph, unharmed as far as can be told. A browser paints what is missing grey and
 * what is damaged somehow, and says nothing; half a face would be compared. So the whole code is gone through, without
 * decoding it: every code has to be one, and the last block has to end where the data does. Damage of a few bytes often
 * leaves both true, and passes.
 *
 * What follows the end does not matter: telephones append films.
 */
export function inspectJpeg(file: Uint8Array): JpegState {
  const tables = new Map<number, HuffmanTable>();
  let restartInterval = 0;
  let frame: Frame | undefined;
  let at = 2;
  for (;;) {
    at = file.indexOf(0xff, at);
    const marker = file[at + 1];
    if (at < 0 || marker === undefined) return frame?.isSent() ? 'unended' : 'cut-off';
    if (marker === 0xff || standsAlone(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === MARKERS.endOfImage) return frame?.isBegun() ? 'whole' : 'damaged';
    const [high, low] = file.subarray(at + 2, at + 4);
    if (high === undefined || low === undefined) return 'cut-off';
    const length = high * 256 + low;
    const content = file.subarray(at + 4, at + 2 + length);
    at += 2 + length;
    if (at > file.length) return 'cut-off';
    if (marker === MARKERS.huffmanTables) {
      if (!readTables(content, tables)) return 'damaged';
    } else if (marker === MARKERS.restartInterval) {
      restartInterval = (content[0] ?? 0) * 256 + (content[1] ?? 0);
    } else if (FRAMES.includes(marker)) {
      // A second one would be of a size that nobody has looked at.
      if (frame !== undefined) return 'damaged';
      if (!READ_FRAMES.includes(marker)) return unread(file, at);
      frame = readFrame(content, marker === 0xc2);
      if (frame === undefined) return 'damaged';
    } else if (marker === MARKERS.startOfScan) {
      const scan = frame && readScan(content, frame, tables);
      if (scan === undefined || !noteScan(scan)) return 'damaged';
      const data = readScanData(file, at);
      at = data.end;
      const fits = walkScan(scan, data, restartInterval);
      if (!fits) return at >= file.length - 1 ? 'cut-off' : 'damaged';
    }
  }
}

/** Markers without content: stuffed zeros, restarts, the beginning of an image (table B.1). */
function standsAlone(marker: number): boolean {
  return marker <= 1 || (marker >= 0xd0 && marker <= 0xd8);
}

/** Of what is not read here it can still be told whether it ends. */
function unread(file: Uint8Array, from: number): JpegState {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    if (file[at + 1] === MARKERS.endOfImage) return 'unknown';
  }
  return 'cut-off';
}

/** @param tables - by class (0 or 16) and number */
function readTables(content: Uint8Array, tables: Map<number, HuffmanTable>): boolean {
  let at = 0;
  while (at + 17 <= content.length) {
    const counts = content.subarray(at + 1, at + 17);
    const count = counts.reduce((sum, each) => sum + each, 0);
    const table = huffmanTable(counts, content.subarray(at + 17, at + 17 + count));
    if (table === undefined) return false;
    tables.set(content[at] as number, table);
    at += 17 + count;
  }
  return true;
}

/** @returns undefined where it names what the file does not have, or a band that no scan may send */
function readScan(content: Uint8Array, frame: Frame, tables: ReadonlyMap<number, HuffmanTable>): Scan | undefined {
  const count = content[0] ?? 0;
  const [from = 0, to = 0, precision = 0] = content.subarray(1 + 2 * count);
  const band = frame.progressive ? { from, to, refines: precision >> 4 > 0 } : { from: 0, to: 63, refines: false };
  const lowestBit = precision & 15;
  if (frame.progressive && !isSendable(band, count, precision)) return undefined;
  const components = Array.from({ length: count }, (_, i) => {
    const component = frame.components.get(content[1 + 2 * i] ?? -1);
    const numbers = content[2 + 2 * i] ?? 0;
    const dc = tables.get(numbers >> 4);
    const ac = tables.get(16 + (numbers & 15));
    const needsDc = band.from === 0 && !band.refines;
    const needsAc = band.to > 0;
    if (component === undefined || (needsDc && dc === undefined) || (needsAc && ac === undefined)) return undefined;
    // What is not needed is not looked at.
    const none = { short: new Uint16Array(), long: new Uint16Array() };
    return { component, dc: dc ?? none, ac: ac ?? none };
  });
  if (count === 0 || components.includes(undefined)) return undefined;
  return { frame, band, lowestBit, components: components as Scan['components'] };
}

/** First coefficients go alone, others one component at a time, refinements bit by bit (ITU-T T.81, G.1.1.1). */
function isSendable({ from, to, refines }: ScanBand, componentCount: number, precision: number): boolean {
  if (refines && precision >> 4 !== (precision & 15) + 1) return false;
  return from === 0 ? to === 0 : from <= to && to <= 63 && componentCount === 1;
}

/** @returns false where the photograph may not have this scan after those before */
function noteScan({ frame, components, band, lowestBit }: Scan): boolean {
  return frame.note(
    components.map(({ component }) => component),
    band,
    lowestBit,
  );
}
