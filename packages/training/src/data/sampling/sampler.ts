import type { LabelledClass } from './labelled-classes.ts';
import { createPkSampler } from './pk-sampler.ts';
import { createShuffledSampler } from './shuffled-sampler.ts';

/** A picture of a run: a crop of the pack and the class that it is of. */
export interface LabelledPicture {
  readonly crop: number;
  readonly label: number;
}

/** Says what the n-th picture of a run is; a function of seed and n alone, so there is no state to lose. */
export type LabelledSampler = (picture: number) => LabelledPicture;

export type SamplerConfig =
  /** Every crop once, then all again in another order. */
  | { readonly kind: 'shuffled' }
  /** P identities with `perIdentity` (K) crops each, one after the other; P is the batch size / K. */
  | { readonly kind: 'pk'; readonly perIdentity: number };

export function createSampler(config: SamplerConfig, classes: readonly LabelledClass[], seed: number): LabelledSampler {
  return config.kind === 'pk'
    ? createPkSampler(classes, config.perIdentity, seed)
    : createShuffledSampler(classes, seed);
}
