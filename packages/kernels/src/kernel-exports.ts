/** What the binaries export; see `assembly/`. All numbers are addresses in bytes or counts. */
export interface KernelExports {
  normalise(bytes: number, count: number, divisor: number, out: number): void;
  product(a: number, rows: number, depth: number, panels: number, columns: number, added: number, out: number): void;
  narrowProduct(a: number, rows: number, depth: number, weights: number, columns: number, out: number): void;
  convolution(...numbers: readonly number[]): void;
  depthwise(...numbers: readonly number[]): void;
  sum(a: number, b: number, count: number, out: number): void;
  maxPool(...numbers: readonly number[]): void;
  padChannels(x: number, places: number, channels: number, outChannels: number, out: number): void;
}
