import { expect } from 'vitest';

/** Bytes as they are, and as a server that compresses sends them. */
export interface Size {
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

export const SIZE_UNITS = ['bytes', 'gzipBytes', 'brotliBytes'] as const satisfies readonly (keyof Size)[];

interface Budget {
  readonly limit: Size;
  /** What it was when the limit was last looked at; documents quote it. */
  readonly measured: Size;
}

/**
 * What the parts of the package may weigh. To let one grow, change both figures here and say why in the commit. A first use
 * is to stay below 3.0 MB with the light detector and below 6.3 MB with MediaPipe, as gzip and as Brotli send it.
 */
const SIZE_BUDGET = {
  /** All that a built page fetches before it has verified for the first time, on WASM, its own script included. */
  'first use': {
    limit: { bytes: 15_240_000, gzipBytes: 6_220_000, brotliBytes: 5_610_000 },
    measured: { bytes: 15_192_000, gzipBytes: 6_165_000, brotliBytes: 5_555_000 },
  },
  /** The same with the light detector. */
  'first use, light': {
    limit: { bytes: 3_740_000, gzipBytes: 2_830_000, brotliBytes: 2_790_000 },
    measured: { bytes: 3_686_832, gzipBytes: 2_775_950, brotliBytes: 2_739_306 },
  },
  /** Engine, detector, WASM binaries and every model; a page fetches one embedder of them. */
  'dist/assets': {
    limit: { bytes: 17_860_000, gzipBytes: 8_390_000, brotliBytes: 7_770_000 },
    measured: { bytes: 17_769_441, gzipBytes: 8_306_511, brotliBytes: 7_682_863 },
  },
  'dist/index.js': {
    limit: { bytes: 157_000, gzipBytes: 47_500, brotliBytes: 45_500 },
    measured: { bytes: 154_178, gzipBytes: 44_502, brotliBytes: 42_568 },
  },
  'dist/attempts.js': {
    limit: { bytes: 33_000, gzipBytes: 11_000, brotliBytes: 10_700 },
    measured: { bytes: 31_867, gzipBytes: 10_744, brotliBytes: 10_267 },
  },
  /** Without the SDK's own module, which it imports. Languages are fetched one by one. */
  'dist/element.js': {
    limit: { bytes: 79_000, gzipBytes: 23_500, brotliBytes: 22_900 },
    measured: { bytes: 77_363, gzipBytes: 22_493, brotliBytes: 21_887 },
  },
  'dist/signed-result.js': {
    limit: { bytes: 77_000, gzipBytes: 23_000, brotliBytes: 22_200 },
    measured: { bytes: 72_944, gzipBytes: 21_804, brotliBytes: 21_066 },
  },
  'dist/vault.js': {
    limit: { bytes: 52_000, gzipBytes: 16_500, brotliBytes: 15_900 },
    measured: { bytes: 49_296, gzipBytes: 15_935, brotliBytes: 15_329 },
  },
  'dist/vite.js': {
    limit: { bytes: 4_600, gzipBytes: 2_200, brotliBytes: 2_050 },
    measured: { bytes: 4_440, gzipBytes: 2_095, brotliBytes: 1_953 },
  },
} satisfies Record<string, Budget>;

export type BudgetedPart = keyof typeof SIZE_BUDGET;

/** A part that has lost more than this needs a smaller limit, or it could grow again unseen. */
const KEPT_SHARE = 0.95;

/** Fails where a part is above its limit, or so far below what was measured that the limit guards it no longer. */
export function expectWithinBudget(part: BudgetedPart, size: Size): void {
  const { limit, measured } = SIZE_BUDGET[part];
  for (const unit of SIZE_UNITS) {
    expect.soft(size[unit], `${part} is above its budget in ${unit}`).toBeLessThanOrEqual(limit[unit]);
    expect
      .soft(size[unit], `${part} has become smaller in ${unit}: write that down`)
      .toBeGreaterThanOrEqual(KEPT_SHARE * measured[unit]);
  }
}

/** Fails where a file weighs another than was said by more than documents may be wrong, rounded to thousands. */
export function expectToWeigh(path: string, size: Size | undefined, said: Size): void {
  for (const unit of SIZE_UNITS) {
    const difference = Math.abs((size?.[unit] ?? Number.NaN) - said[unit]);
    expect
      .soft(difference, `${path} weighs ${size?.[unit]} ${unit}, which the page about bytes does not say`)
      .toBeLessThanOrEqual(1000 + (1 - KEPT_SHARE) * said[unit]);
  }
}
