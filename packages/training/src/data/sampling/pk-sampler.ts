import { createRandom } from '../random.ts';
import type { LabelledClass } from './labelled-classes.ts';
import type { LabelledSampler } from './labelled-sampler.ts';
import { createRounds } from './shuffle.ts';

/**
 * Groups of K pictures of one identity, every identity once, then all again in another order: a batch of P·K holds P
 * identities, whatever P is. An identity with fewer than K crops gives some of them more than once.
 *
 * @param perIdentity - K
 */
export function createPkSampler(classes: readonly LabelledClass[], perIdentity: number, seed: number): LabelledSampler {
  const classOf = createRounds(classes.length, seed);
  return (picture) => {
    const group = Math.floor(picture / perIdentity);
    const label = classOf(group);
    const { crops } = classes[label] as LabelledClass;
    // The draw of the whole group is done again for each of its pictures: there is no state.
    const drawn = drawCrops(crops, perIdentity, createRandom(seed, -1 - group));
    return { crop: drawn[picture % perIdentity] as number, label };
  };
}

/** Without replacement as long as there are enough. */
function drawCrops(crops: readonly number[], count: number, random: () => number): readonly number[] {
  const left = [...crops];
  return Array.from({ length: count }, () => {
    const index = Math.floor(random() * left.length);
    const crop = left[index] as number;
    if (crops.length >= count) left.splice(index, 1);
    return crop;
  });
}
