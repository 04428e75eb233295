/** Bits of the longest code (ITU-T T.81, C.2). */
const LONGEST_CODE = 16;

/** Most codes in a file are no longer than this; a table for them stays in the processor's nearest memory. */
const SHORT_CODE = 9;

/**
 * What bits begin with: the code's length in the lowest 8 bits, its value in the next 8; 0 where they begin with no
 * code.
 */
export interface HuffmanTable {
  /** By 9 bits; 0 also where the code is longer. */
  readonly short: Uint16Array;
  /** By 16 bits. */
  readonly long: Uint16Array;
}

/**
 * @param counts - 16 numbers of codes, by length
 * @param values - of all codes, in their order
 * @returns undefined where there are more codes of a length than there can be
 */
export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable | undefined {
  const long = new Uint16Array(2 ** LONGEST_CODE);
  const short = new Uint16Array(2 ** SHORT_CODE);
  let start = 0;
  let used = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const span = 2 ** (LONGEST_CODE - length);
    for (let i = 0; i < (counts[length - 1] as number); i++) {
      if (start + span > long.length) return undefined;
      const entry = ((values[used++] as number) << 8) | length;
      long.fill(entry, start, start + span);
      const shift = LONGEST_CODE - SHORT_CODE;
      if (length <= SHORT_CODE) short.fill(entry, start >> shift, (start + span) >> shift);
      start += span;
    }
  }
  return { short, long };
}
