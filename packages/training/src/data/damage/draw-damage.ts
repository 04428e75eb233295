import { createRandom } from '../random.ts';
import { COVERING_DAMAGES } from './covering-damages.ts';
import type { Damage, DamageKind } from './damage-kind.ts';
import { DETAIL_DAMAGES } from './detail-damages.ts';
import { LIGHT_DAMAGES } from './light-damages.ts';
import { SHAPE_DAMAGES } from './shape-damages.ts';

/** How many photographs of a run are poor. */
export interface DamageShare {
  /** Of the pictures, in [0, 1]. */
  readonly share: number;
  /** So many pictures after one another, of different people nearly always, have the same damage. */
  readonly group: number;
}

/**
 * All damages, at the strengths at which a face is still looked at: whatever is worse is refused by
 * `QUALITY_LIMITS` and need not be learned.
 */
export const DAMAGE_KINDS: readonly DamageKind[] = [
  ...SHAPE_DAMAGES,
  ...COVERING_DAMAGES,
  ...LIGHT_DAMAGES,
  ...DETAIL_DAMAGES,
];

/** Sets these streams of random numbers apart from those that crops and variations are drawn from. */
const STREAMS = 0x0da3a6e5;
const NONE: Damage = {};
const TOTAL = DAMAGE_KINDS.reduce((sum, { weight }) => sum + weight, 0);

/** The damage of a picture of a run; a function of seed and picture alone, so there is no state to lose. */
export function drawDamage({ share, group }: DamageShare, seed: number, picture: number): Damage {
  const random = createRandom(seed ^ STREAMS, Math.floor(picture / group));
  if (random() >= share) return NONE;
  let ticket = random() * TOTAL;
  const kind = DAMAGE_KINDS.find(({ weight }) => {
    ticket -= weight;
    return ticket < 0;
  });
  return kind?.draw(random) ?? NONE;
}
