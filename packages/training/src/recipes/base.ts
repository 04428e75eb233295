import type { WeightsTerms } from '@face-verify/nets';
import type { RunConfig } from '../learn/trainer/run-config.ts';

/** Of weights that learned from the packed research crops. */
export const RESEARCH_TERMS: WeightsTerms = {
  permittedUse: 'non-commercial-research',
  text: 'Trained on crops of CelebA, PubFig, All-Age-Faces, MEBeauty and UTKFace, which are for non-commercial research, by distillation from teachers of whom two are for non-commercial research: these weights are for research and evaluation until they are retrained on data of your own.',
};

/** What the runs have in common. */
export const BASE = {
  optimizer: { kind: 'muon', momentum: 0.95, beta1: 0.9, beta2: 0.999, weightDecay: 0.01 },
  averageDecay: 0.999,
  validateEveryPictures: 16_000,
  terms: RESEARCH_TERMS,
} as const satisfies Partial<RunConfig>;
