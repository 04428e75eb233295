import type { HuffmanTable } from './huffman-table.ts';

/** The codes of one block of 8×8 pixels. */
export interface BlockCodes {
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
}

/**
 * Goes through the blocks of a sequential scan (ITU-T T.81, F.2.2), without working out what they say. One loop over
 * plain variables: a photograph of 12 megapixels has five million codes.
 *
 * @param bytes - with room behind: zeros are read where the data has ended
 * @param unit - the codes of each block of a unit
 * @returns the bit after the last block; undefined where a code is none, or a block has more than 64 coefficients
 */
export function walkSequential(bytes: Uint8Array, unitCount: number, unit: readonly BlockCodes[]): number | undefined {
  const last = bytes.length - 3;
  let bit = 0;
  for (let n = 0; n < unitCount; n++) {
    for (const { dc, ac } of unit) {
      let { short, long } = dc;
      let k = 0;
      while (k < 64) {
        const at = bit >> 3;
        if (at > last) return bit;
        const three = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
        const ahead = (three >> (8 - (bit & 7))) & 0xffff;
        const entry = (short[ahead >> 7] as number) || (long[ahead] as number);
        if (entry === 0) return undefined;
        const size = (entry >> 8) & 15;
        const run = entry >> 12;
        bit += (entry & 31) + size;
        if (k === 0) {
          k = 1;
          ({ short, long } = ac);
        } else if (size === 0 && run < 15) {
          break;
        } else {
          k += run + 1;
        }
      }
      if (k > 64) return undefined;
    }
  }
  return bit;
}
