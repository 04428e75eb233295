/** Entropy-coded data between two markers, without the zeros that follow each 0xff in it (ITU-T T.81, B.1.1.5). */
interface CodedData {
  /** With room behind, so that the last bits can be read together with what follows them. */
  readonly bytes: Uint8Array;
  readonly bitCount: number;
}

/** The data of one scan. */
export interface ScanData {
  /** Between restart markers; one where there are none. */
  readonly intervals: readonly CodedData[];
  /** Whether restart markers count as they should: 0 to 7, and again. */
  readonly ordered: boolean;
  /** Where the next marker begins, or the length of the file. */
  readonly end: number;
}

const ROOM_BYTES = 8;

/** @param start - where the scan's header ends */
export function readScanData(file: Uint8Array, start: number): ScanData {
  const intervals: CodedData[] = [];
  let ordered = true;
  let pieces: Uint8Array[] = [];
  let from = start;
  for (;;) {
    const found = file.indexOf(0xff, from);
    const at = found < 0 ? file.length : found;
    const next = file[at + 1];
    if (next === 0) {
      pieces.push(file.subarray(from, at + 1));
      from = at + 2;
      continue;
    }
    pieces.push(file.subarray(from, at));
    if (next === 0xff) {
      from = at + 1;
      continue;
    }
    intervals.push(join(pieces));
    pieces = [];
    if (next === undefined || next < 0xd0 || next > 0xd7) return { intervals, ordered, end: at };
    ordered &&= (next & 7) === ((intervals.length - 1) & 7);
    from = at + 2;
  }
}

function join(pieces: readonly Uint8Array[]): CodedData {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const bytes = new Uint8Array(length + ROOM_BYTES);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, bitCount: 8 * length };
}
