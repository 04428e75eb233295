import { STANDARD_AUGMENTATION } from '../data/augment.ts';
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
  /** How the run left this configuration. */
  readonly history: string;
  /** What is known to be weak, and what was not measured. */
  readonly weaknesses: string;
}

type StageTask = Partial<Pick<DistillationConfig, 'shares' | 'augmentation' | 'weights' | 'keptNormsFrom'>>;

/** What a second stage learns from: no hints, which have done their work by then, and pictures that vary less. */
export const SECOND_STAGE = {
  shares: { celeba: 0.2, 'celeba-small': 0.35, utkface: 0.45 },
  augmentation: {
    ...STANDARD_AUGMENTATION,
    shiftPx: 3,
    rotationDegrees: 5,
    scale: [0.95, 1.06],
    colour: 0.2,
    greyProbability: 0.1,
    motionBlurProbability: 0.05,
    occlusionProbability: 0.08,
  },
  weights: { relational: 5, hints: 0 },
} as const satisfies StageTask;

/** An embedder distilled from both teachers. */
export function distilledEmbedder(run: DistilledEmbedder): RunConfig {
  const { name, architecture, task, schedule, startFrom, history, weaknesses } = run;
  return {
    ...BASE,
    name,
    ...(startFrom === undefined ? {} : { startFrom }),
    task: {
      kind: 'distillation',
      architecture,
      seed: 1,
      shares: { celeba: 0.3, 'celeba-small': 0.3, utkface: 0.4 },
      augmentation: STANDARD_AUGMENTATION,
      weights: { relational: 5, hints: 1 },
      ...task,
    },
    card: {
      data: 'CelebA (aligned crops of 199 labelled identities, and small photographs of about 5,260 people) and UTKFace (23,685 crops, every eighth kept for measuring groups); no identity labels, but UTKFace’s of apparent age, gender and race',
      teachers:
        "dlib's face recognition network (weights in the public domain) and MobileFace V2 (MIT), by distillation: cosine to the target that both make without what groups share, relational, hints",
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
