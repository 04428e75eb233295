import type { RunConfig } from '../../learn/trainer/run-config.ts';
import type { IdentityLossConfig } from '../../losses/identity-loss.ts';
import { expandStages, type Stage } from '../stages.ts';
import { FLIP_ONLY } from './augmentations.ts';
import { PAPER_SGD } from './paper-sgd.ts';
import { fullRun, type Recipe, smallRun } from './recipe.ts';

/** Pictures of LFR19's MS1M-RetinaFace, 93,000 identities. */
const EPOCH = 5_100_000;

/** K of the PK batches; identities with fewer crops are the long tail that is cut. */
const PER_IDENTITY = 4;

/** What the stages have in common. Rates, batch and lengths are ours: the paper gives none. */
const RECIPE: Recipe = {
  name: 'progressive',
  loss: { head: { name: 'arcface' } },
  sampler: { kind: 'shuffled' },
  augmentation: FLIP_ONLY,
  minimumCrops: PER_IDENTITY,
  optimizer: PAPER_SGD,
  schedule: () => ({ warmUpPictures: 0 }),
  floor: 1e-3,
  full: {
    architecture: 'ProgressiveNet_5',
    set: 'ms1m-retinaface',
    pictures: 16 * EPOCH,
    batch: 512,
    peakRate: 0.1,
  },
};

/** The first stage learns from nothing, the others start from the best of the one before. */
interface Lengths {
  readonly first: Pick<Stage, 'pictures' | 'rate'>;
  readonly next: Pick<Stage, 'pictures' | 'rate'>;
}

/** The paper's order; what is wrapped stays on. */
function stages({ first, next }: Lengths): readonly Stage[] {
  const shuffled = { kind: 'shuffled' } as const;
  const pk = { kind: 'pk', perIdentity: PER_IDENTITY } as const;
  const svgs: IdentityLossConfig = { head: { name: 'svgs' } };
  const apart: IdentityLossConfig = { ...svgs, terms: [{ name: 'intra' }, { name: 'inter', rows: 'batch' }] };
  const balanced: IdentityLossConfig = { ...apart, weightings: [{ name: 'class-balanced' }] };
  const mined: IdentityLossConfig = { ...balanced, terms: [...(balanced.terms ?? []), { name: 'semi-hard-triplet' }] };
  return [
    { name: 'arcface', loss: { head: { name: 'arcface' } }, sampler: shuffled, ...first },
    { name: 'combined', loss: { head: { name: 'combined' } }, sampler: shuffled, ...next },
    { name: 'svgs', loss: svgs, sampler: shuffled, ...next },
    { name: 'intra-inter', loss: apart, sampler: shuffled, ...next },
    { name: 'class-balanced', loss: balanced, sampler: shuffled, ...next },
    { name: 'pk', loss: balanced, sampler: pk, ...next },
    { name: 'semi-hard', loss: mined, sampler: pk, ...next },
  ];
}

/** The stages of each size, in order. */
export const PROGRESSIVE = {
  small: expandStages(
    smallRun(RECIPE),
    stages({ first: { pictures: 48_000, rate: 0.05 }, next: { pictures: 16_000, rate: 0.01 } }),
  ),
  full: expandStages(
    fullRun(RECIPE),
    stages({ first: { pictures: 16 * EPOCH, rate: 0.1 }, next: { pictures: 4 * EPOCH, rate: 0.01 } }),
  ),
} as const satisfies Readonly<Record<string, readonly RunConfig[]>>;
