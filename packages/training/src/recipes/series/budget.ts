import { STANDARD_AUGMENTATION } from '../../data/augment.ts';
import type { RunConfig } from '../../learn/trainer/run-config.ts';
import type { IdentityLossConfig } from '../../losses/identity-loss.ts';
import { BASE } from '../base.ts';

const PICTURES = 32_000;
const BATCH = 16;

/** What every run of the comparisons on identities gets: 2,000 steps on the labelled crops, whatever is compared. */
export function identityRun(name: string, architecture: string, loss: IdentityLossConfig): RunConfig {
  return {
    ...BASE,
    name,
    task: {
      kind: 'identity',
      architecture,
      seed: 1,
      data: { sets: ['celeba'], minimumCrops: 4 },
      sampler: { kind: 'shuffled' },
      augmentation: STANDARD_AUGMENTATION,
      loss,
    },
    schedule: {
      pictures: PICTURES,
      warmUpPictures: 1_600,
      peakRate: 5e-3,
      floorRate: 1e-5,
      batches: [{ fromPicture: 0, size: BATCH }],
    },
    averageDecay: 0.99,
    validateEveryPictures: 8_000,
    card: {
      data: 'CelebA, aligned crops of the labelled identities without those whose label is probably wrong',
      teachers: 'none',
      weaknesses: 'Learned from four thousand pictures, to be compared with others; not to be used.',
    },
  };
}

/** In words, for the pages. */
export const IDENTITY_BUDGET =
  '2,000 steps of 16 pictures on 4,015 crops of 190 people, Muon at 5e-3 with a cosine, the standard augmentation, ' +
  'one seed, no teacher';

export const IDENTITY_LIMITS =
  'Two hundred people are no training set for a margin loss: the papers use thousands, and their differences of ' +
  'tenths of a percent show only there. What such a run can show is that each of them learns and how fast it begins ' +
  'to; not which is best at the end. One seed each: another seed moves the figures too, which the intervals, that ' +
  'stand for other people to be verified, do not tell.';
