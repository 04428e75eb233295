import type { LabelledClass } from './labelled-classes.ts';
import type { LabelledPicture, LabelledSampler } from './labelled-sampler.ts';
import { createRounds } from './shuffle.ts';

/** Every crop of every class once, shuffled, then all again in another order. */
export function createShuffledSampler(classes: readonly LabelledClass[], seed: number): LabelledSampler {
  const pictures = classes.flatMap(({ crops }, label) => crops.map((crop): LabelledPicture => ({ crop, label })));
  const position = createRounds(pictures.length, seed);
  return (picture) => pictures[position(picture)] as LabelledPicture;
}
