import { expect } from 'vitest';

/** Bytes as they are, and as a server that compresses sends them (gzip). */
export interface Size {
  readonly bytes: number;
  readonly gzipBytes: number;
}

interface Budget {
  readonly limit: Size;
  /** What it was when the limit was last looked at; documents quote it. */
  readonly measured: Size;
}

/** What the parts of the package may weigh. To let one grow, change both figures here and say why in the commit. */
const SIZE_BUDGET = {
  /** All that a built page fetches before it has verified for the first time, on WASM, its own script included. */
  'first use': {
    limit: { bytes: 15_660_000, gzipBytes: 6_440_000 },
    measured: { bytes: 15_563_081, gzipBytes: 6_392_644 },
  },
  /** Engine, detector, WASM binaries and every model; a page fetches one embedder of them. */
  'dist/assets': {
    limit: { bytes: 18_230_000, gzipBytes: 8_480_000 },
    measured: { bytes: 18_140_000, gzipBytes: 8_383_000 },
  },
  'dist/index.js': {
    limit: { bytes: 153_000, gzipBytes: 46_000 },
    measured: { bytes: 149_002, gzipBytes: 44_500 },
  },
  'dist/attempts.js': {
    limit: { bytes: 33_000, gzipBytes: 11_000 },
    measured: { bytes: 28_847, gzipBytes: 9_526 },
  },
  /** Without the SDK's own module, which it imports. Languages are fetched one by one. */
  'dist/element.js': {
    limit: { bytes: 79_000, gzipBytes: 23_500 },
    measured: { bytes: 75_200, gzipBytes: 22_000 },
  },
  'dist/signed-result.js': {
    limit: { bytes: 77_000, gzipBytes: 23_000 },
    measured: { bytes: 70_923, gzipBytes: 21_038 },
  },
  'dist/vault.js': {
    limit: { bytes: 52_000, gzipBytes: 16_500 },
    measured: { bytes: 46_751, gzipBytes: 14_813 },
  },
  'dist/vite.js': {
    limit: { bytes: 4_600, gzipBytes: 2_200 },
    measured: { bytes: 4_400, gzipBytes: 2_051 },
  },
} satisfies Record<string, Budget>;

export type BudgetedPart = keyof typeof SIZE_BUDGET;

/** A part that has lost more than this needs a smaller limit, or it could grow again unseen. */
const KEPT_SHARE = 0.95;

/** Fails where a part is above its limit, or so far below what was measured that the limit guards it no longer. */
export function expectWithinBudget(part: BudgetedPart, size: Size): void {
  const { limit, measured } = SIZE_BUDGET[part];
  for (const unit of ['bytes', 'gzipBytes'] as const) {
    expect.soft(size[unit], `${part} is above its budget in ${unit}`).toBeLessThanOrEqual(limit[unit]);
    expect
      .soft(size[unit], `${part} has become smaller in ${unit}: write that down`)
      .toBeGreaterThanOrEqual(KEPT_SHARE * measured[unit]);
  }
}
