import type { CropSet } from './crop.ts';

/** How often each set is drawn: so that groups of people are more even than the sets are. */
export const SHARES = {
  celeba: 0.1,
  'celeba-people': 0.56,
  pubfig: 0.04,
  'all-age-faces': 0.12,
  mebeauty: 0.05,
  'utkface-part': 0.13,
} as const satisfies Partial<Record<CropSet, number>>;
