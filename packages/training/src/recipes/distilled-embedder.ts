import { STANDARD_AUGMENTATION } from '../data/augment.ts';
import { SHARES } from '../data/set-shares.ts';
import type { DistillationConfig } from '../learn/tasks/distillation-task.ts';
import type { RunConfig } from '../learn/trainer/run-config.ts';
import { BASE } from './base.ts';

interface DistilledEmbedder {
  /** Of the run and of its folder in `models/`. */
  readonly name: string;
  /** Key of the network registry. */
  readonly architecture: string;
  readonly task?: StageTask;
  readonly schedule: Partial<RunConfig['schedule']> & Pick<RunConfig['schedule'], 'pictures'>;
  readonly startFrom?: string;
  readonly keptOfStart?: number;
  readonly averageDecay?: number;
  readonly validateEveryPictures?: number;
  readonly seed?: number;
  /** How the run left this configuration. */
  readonly history: string;
  /** What is known to be weak, and what was not measured. */
  readonly weaknesses: string;
}

type StageTask = Partial<Pick<DistillationConfig, 'augmentation' | 'damage' | 'weights' | 'keptNormsFrom'>>;

/** What a later stage learns from: no hints, which have done their work by then, and pictures that move less. */
export const LATER_STAGE = {
  augmentation: {
    ...STANDARD_AUGMENTATION,
    shiftPx: 3,
    rotationDegrees: 5,
    scale: [0.95, 1.06],
    motionBlurProbability: 0.08,
    occlusionProbability: 0.1,
  },
  weights: { relational: 5, hints: 0 },
} as const satisfies StageTask;

/** And when it is to hold people apart whose photographs are poor in the same way. */
export const DAMAGED_STAGE = { ...LATER_STAGE, damage: { share: 0.4, group: 8 } } as const satisfies StageTask;

/** An embedder distilled from the stored targets. */
export function distilledEmbedder(run: DistilledEmbedder): RunConfig {
  const { name, architecture, task, schedule, startFrom, keptOfStart, history, weaknesses } = run;
  const { seed = 1, validateEveryPictures = BASE.validateEveryPictures, averageDecay = BASE.averageDecay } = run;
  return {
    ...BASE,
    validateEveryPictures,
    averageDecay,
    name,
    ...(startFrom === undefined ? {} : { startFrom }),
    ...(keptOfStart === undefined ? {} : { keptOfStart }),
    task: {
      kind: 'distillation',
      architecture,
      seed,
      shares: SHARES,
      augmentation: STANDARD_AUGMENTATION,
      weights: { relational: 5, hints: 1 },
      ...task,
    },
    card: {
      data: 'Aligned crops of CelebA (9,000 people, up to 20 of each), PubFig, All-Age-Faces, MEBeauty and a part of UTKFace; no identity labels',
      teachers:
        'a wide MobileFaceNet (ESP-DL, MIT), EdgeFace-XS and a MobileFaceNet of InsightFace (both for non-commercial research), by distillation: cosine to the target that all three make, less what people of an apparent group share, and the relational term; MobileFace V2 (MIT) for hints where there are any',
      weaknesses,
      history,
    },
    schedule: {
      warmUpPictures: 4_000,
      peakRate: 5e-3,
      floorRate: 1e-5,
      batches: [
        { fromPicture: 0, size: 32 },
        { fromPicture: 32_000, size: 64 },
      ],
      ...schedule,
    },
  };
}
