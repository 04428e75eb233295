import type { CropRecord, CropSet } from './crop.ts';
import { createRandom } from './random.ts';

/** Says which crop is the n-th picture of a run; a function of seed and n alone, so there is no state to lose. */
export type CropSampler = (picture: number) => number;

/**
 * Draws a set by its share, then a crop of its training split, with replacement.
 *
 * @param shares - weight of each set; absent sets are not drawn
 * @param isUsable - says of a crop by its position whether it may be drawn
 * @throws {Error} where no set has both a share and training crops
 */
export function createCropSampler(
  records: readonly CropRecord[],
  shares: Partial<Record<CropSet, number>>,
  seed: number,
  isUsable: (crop: number) => boolean = () => true,
): CropSampler {
  const pools = Object.entries(shares)
    .map(([set, share]) => ({
      share,
      crops: records.flatMap((record, i) => (record.set === set && record.split === 'train' && isUsable(i) ? [i] : [])),
    }))
    .filter(({ share, crops }) => share > 0 && crops.length > 0);
  const total = pools.reduce((sum, { share }) => sum + share, 0);
  const last = pools.at(-1);
  if (last === undefined) throw new Error('There is no training crop to draw.');
  return (picture) => {
    const random = createRandom(seed, 2 * picture);
    let ticket = random() * total;
    const pool =
      pools.find(({ share }) => {
        ticket -= share;
        return ticket < 0;
      }) ?? last;
    return pool.crops[Math.floor(random() * pool.crops.length)] as number;
  };
}
