import type { HuffmanTable } from './huffman-table.ts';

/** Which coefficients of a component's blocks are not zero: 64 bits a block, in the order of the file. */
export type NonZero = Uint32Array;

/** What a progressive scan says of each block. */
export interface ScanBand {
  /** First and last coefficient. */
  readonly from: number;
  readonly to: number;
  /** Whether it adds a bit to coefficients that an earlier scan began. */
  readonly refines: boolean;
}

/**
 * Goes through the blocks of progressive scans. It reads coded bits and only counts: where the code of one block ends and the next begins.
 * Past the end it reads zeros; whether it came there is asked once for many blocks.
 */
export class ProgressiveWalker {
  #bytes: Uint8Array = new Uint8Array(8);
  #bit = 0;
  /** Blocks from here on that have nothing more in this band. */
  #endedBlocks = 0;
  /** Whether a code was none, or a block had more than 64 coefficients. */
  #invalid = false;

  get bit(): number {
    return this.#bit;
  }

  get invalid(): boolean {
    return this.#invalid;
  }

  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#bit = 0;
    this.#endedBlocks = 0;
  }

  /** The first coefficient of a block (G.1.2.1). */
  dc(table: HuffmanTable): void {
    const size = this.#code(table) & 15;
    this.#bit += size;
  }

  /** One more bit of the first coefficient (G.1.2.1). */
  refineDc(): void {
    this.#bit += 1;
  }

  /** A band's coefficients that begin (G.1.2.2). */
  ac(table: HuffmanTable, { from, to }: ScanBand, nonZero: NonZero, block: number): void {
    if (this.#endedBlocks > 0) {
      this.#endedBlocks -= 1;
      return;
    }
    let k = from;
    while (k <= to && !this.#invalid) {
      const value = this.#code(table);
      const run = value >> 4;
      const size = value & 15;
      if (size === 0 && run < 15) {
        this.#endedBlocks = 2 ** run - 1 + this.#bits(run);
        return;
      }
      k += run;
      if (k > to) this.#invalid = true;
      else if (size > 0) mark(nonZero, block, k);
      this.#bit += size;
      k += 1;
    }
  }

  /** A band's coefficients that get one more bit, or begin with their last (G.1.2.3). */
  refineAc(table: HuffmanTable, { from, to }: ScanBand, nonZero: NonZero, block: number): void {
    let k = from;
    while (this.#endedBlocks === 0 && k <= to && !this.#invalid) {
      const value = this.#code(table);
      const run = value >> 4;
      const size = value & 15;
      if (size === 0 && run < 15) {
        this.#endedBlocks = 2 ** run + this.#bits(run);
        break;
      }
      this.#bit += size;
      k = this.#passZeros(run, k, to, nonZero, block);
      if (size > 0) {
        if (k > to) this.#invalid = true;
        else mark(nonZero, block, k);
      }
      k += 1;
    }
    if (this.#endedBlocks === 0) return;
    this.#bit += countMarked(nonZero, block, k, to);
    this.#endedBlocks -= 1;
  }

  /** Passes `run` zeros, with a bit for each coefficient between them. @returns the zero after them */
  #passZeros(run: number, k: number, to: number, nonZero: NonZero, block: number): number {
    let zeros = run;
    let at = k;
    for (; at <= to; at++) {
      if (isMarked(nonZero, block, at)) this.#bit += 1;
      else if (zeros-- === 0) break;
    }
    return at;
  }

  /** @returns the value of the next code; of none, 0 */
  #code(table: HuffmanTable): number {
    const ahead = this.#ahead();
    const entry = (table.short[ahead >> 7] as number) || (table.long[ahead] as number);
    if (entry === 0) this.#invalid = true;
    this.#bit += entry & 31;
    return entry >> 8;
  }

  #bits(count: number): number {
    const value = count === 0 ? 0 : this.#ahead() >> (16 - count);
    this.#bit += count;
    return value;
  }

  /** The next 16 bits. */
  #ahead(): number {
    const at = this.#bit >> 3;
    const bytes = this.#bytes;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    return (three >> (8 - (this.#bit & 7))) & 0xffff;
  }
}

function mark(nonZero: NonZero, block: number, k: number): void {
  (nonZero[2 * block + (k >> 5)] as number) |= 1 << (k & 31);
}

function isMarked(nonZero: NonZero, block: number, k: number): boolean {
  return (((nonZero[2 * block + (k >> 5)] as number) >>> (k & 31)) & 1) === 1;
}

/** How many coefficients from `from` to `to` are not zero. */
function countMarked(nonZero: NonZero, block: number, from: number, to: number): number {
  let count = 0;
  for (let half = 0; half < 2; half++) {
    const [first, last] = [Math.max(from - 32 * half, 0), Math.min(to - 32 * half, 31)];
    if (first > last) continue;
    // Each step clears the lowest bit that is set; most blocks have none.
    let bits = (nonZero[2 * block + half] as number) & (-1 << first) & (-1 >>> (31 - last));
    for (; bits !== 0; bits &= bits - 1) count += 1;
  }
  return count;
}
