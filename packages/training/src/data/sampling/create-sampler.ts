import type { LabelledClass } from './labelled-classes.ts';
import type { LabelledSampler } from './labelled-sampler.ts';
import { createPkSampler } from './pk-sampler.ts';
import { createShuffledSampler } from './shuffled-sampler.ts';

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
