import type { SubjectPairs } from '@face-verify/eval';
import { apparentGroups } from '../../data/apparent-groups.ts';
import type { CropRecord } from '../../data/crop.ts';
import { cropPairs, type EmbeddedCrop } from './crop-pairs.ts';

/**
 * Two crops whose targets are as near as this show one person: no two of the 1.8 million pairs of different people of
 * `val2` are, and 63 % of the pairs of one person.
 */
const SAME_PERSON = 0.6;

/**
 * Pairs of two people who are alike in apparent race, gender and age, beside the pairs of one person. Crops of apparent
 * groups have no identities, and a few people are among them twice: pairs that the teachers are sure are one person's are
 * left out. Those that remain in spite of it count as false matches, so that a threshold found here is rather too strict.
 *
 * @param crops - those with an identity are compared with their own, those of apparent groups within their group
 * @param target - where the teachers put a crop of a group, of unit length
 */
export function similarStrangers(
  crops: readonly EmbeddedCrop[],
  target: (record: CropRecord) => Float32Array,
): SubjectPairs {
  const groups = new Map(crops.map(({ record }) => [record, apparentGroups(record).join()]));
  return cropPairs(crops, (a, b) => {
    if (a.identity !== undefined || b.identity !== undefined) return a.identity === b.identity;
    const group = groups.get(a);
    if (!group || group !== groups.get(b)) return false;
    const other = target(b);
    return target(a).reduce((dot, value, i) => dot + value * (other[i] as number), 0) < SAME_PERSON;
  });
}
