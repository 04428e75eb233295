import type { AugmentationRanges } from '../../data/augment.ts';
import type { SamplerConfig } from '../../data/sampling/create-sampler.ts';
import type { OptimizerConfig } from '../../learn/optimizers/optimize.ts';
import type { Schedule } from '../../learn/schedule.ts';
import type { IdentityLossConfig } from '../../losses/identity-loss.ts';
import { RESEARCH_TERMS } from '../base.ts';
import type { StagedRun } from '../stages.ts';

/** How a paper trains, apart from its size. */
export interface Recipe {
  readonly name: string;
  readonly loss: IdentityLossConfig;
  readonly sampler: SamplerConfig;
  readonly augmentation: AugmentationRanges;
  /** Identities with fewer crops are left out. */
  readonly minimumCrops: number;
  readonly optimizer: OptimizerConfig;
  /** Largest norm of all gradients together. */
  readonly gradientLimit?: number;
  /** Warm-up and shape of the rate for a run of so many pictures. */
  readonly schedule: (pictures: number) => Pick<Schedule, 'warmUpPictures' | 'shape'>;
  /** The last rate as a share of the first. */
  readonly floor: number;
  /** As in the paper: needs a data set of one's own, prepared as the pack of this name. */
  readonly full: {
    readonly architecture: string;
    readonly set: string;
    /** Pictures of the set, times epochs; or steps, times the batch. */
    readonly pictures: number;
    readonly batch: number;
    readonly peakRate: number;
  };
}

/** Minutes on two cores, on the labelled research crops: shows that a recipe runs and learns, not what it can reach. */
const SMALL = { architecture: 'ConvFaceNeXt_PS', pictures: 48_000, batch: 32, peakRate: 0.05 } as const;

const FULL_VALIDATIONS = 100;

/** The recipe on the labelled research crops, `NAME-small`. */
export function smallRun(recipe: Recipe): StagedRun {
  return {
    ...run(recipe, SMALL),
    name: `${recipe.name}-small`,
    validateEveryPictures: 8_000,
    terms: RESEARCH_TERMS,
    card: {
      data: 'CelebA, aligned crops of up to 199 labelled identities without those whose label is probably wrong',
      teachers: 'none',
      weaknesses: 'Learned from a few thousand pictures: shows how the recipe runs, and is not to be used.',
    },
  };
}

/** The recipe as the paper runs it, `NAME-full`. */
export function fullRun(recipe: Recipe): StagedRun {
  const { full } = recipe;
  const common = run(recipe, full);
  return {
    ...common,
    name: `${recipe.name}-full`,
    task: { ...common.task, data: { pack: `sets/${full.set}`, minimumCrops: recipe.minimumCrops } },
    validateEveryPictures: Math.ceil(full.pictures / FULL_VALIDATIONS),
    terms: {
      // The strictest that there is, until somebody has read what the set allows.
      permittedUse: 'non-commercial-research',
      text: `Trained on ${full.set}: its terms decide what these weights may be used for.`,
    },
    card: {
      data: `${full.set}, prepared by whoever trains`,
      teachers: 'none',
      weaknesses: 'To be measured by whoever trains.',
    },
  };
}

type Size = Pick<Recipe['full'], 'architecture' | 'pictures' | 'batch' | 'peakRate'>;

function run(recipe: Recipe, { architecture, pictures, batch, peakRate }: Size) {
  const { loss, sampler, augmentation, minimumCrops, optimizer, gradientLimit } = recipe;
  return {
    task: {
      kind: 'identity',
      architecture,
      seed: 1,
      data: { sets: ['celeba'], minimumCrops },
      sampler,
      augmentation,
      loss,
    },
    optimizer,
    ...(gradientLimit !== undefined && { gradientLimit }),
    schedule: {
      pictures,
      ...recipe.schedule(pictures),
      peakRate,
      floorRate: recipe.floor * peakRate,
      batches: [{ fromPicture: 0, size: batch }],
    },
    averageDecay: 0.99,
  } as const;
}
