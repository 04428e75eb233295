import { SHARES } from '../../data/set-shares.ts';
import type { OptimizerConfig } from '../../learn/optimizers/optimize.ts';
import type { DistillationConfig } from '../../learn/tasks/distillation-task.ts';
import type { RunConfig } from '../../learn/trainer/run-config.ts';
import { CONV_FACE_NEXT_PS_FIRST } from '../conv-face-next-ps.ts';
import type { Series } from './series.ts';

const PICTURES = 9_600;

const { 'utkface-part': _, ...WITHOUT_UTKFACE } = SHARES;

interface Change {
  readonly task?: Partial<DistillationConfig>;
  readonly optimizer?: OptimizerConfig;
  readonly peakRate?: number;
}

/** The recipe on a small budget, with something changed. */
function shortened(name: string, { task, optimizer, peakRate }: Change = {}): RunConfig {
  const recipe = CONV_FACE_NEXT_PS_FIRST;
  return {
    ...recipe,
    name: `distillation-${name}`,
    task: { ...(recipe.task as DistillationConfig), ...task },
    optimizer: optimizer ?? recipe.optimizer,
    schedule: {
      ...recipe.schedule,
      pictures: PICTURES,
      warmUpPictures: 800,
      peakRate: peakRate ?? recipe.schedule.peakRate,
      batches: [{ fromPicture: 0, size: 32 }],
    },
    averageDecay: 0.98,
    validateEveryPictures: PICTURES / 4,
    card: {
      data: recipe.card.data,
      teachers: recipe.card.teachers,
      weaknesses: 'Learned from few pictures, to be compared with others; not to be used.',
    },
  };
}

const ADAMW: OptimizerConfig = { kind: 'adamw', beta1: 0.9, beta2: 0.999, weightDecay: 0.01 };

/** What raises learning per picture. */
export const DISTILLATION: Series = {
  name: 'distillation',
  title: 'What raises learning per picture',
  question:
    'The recipe that the shipped weights began with, shortened to 9,600 pictures of ConvFaceNeXt_PS from nothing in batches of 32, and the same with one thing taken away or changed. UTKFace’s crops end above the eyebrows: above that they repeat their border, so one run leaves them out.',
  limits:
    'What helps in the first minutes need not help in hours. Without UTKFace nobody older, younger and fewer of those who are not white are learned from; `val` has none of UTKFace’s people and does not tell. One seed each.',
  runs: [
    { label: 'the recipe', config: shortened('recipe') },
    { label: 'without hints', config: shortened('no-hints', { task: { weights: { relational: 5, hints: 0 } } }) },
    {
      label: 'without the relational term',
      config: shortened('no-relational', { task: { weights: { relational: 0, hints: 1 } } }),
    },
    {
      label: 'without UTKFace',
      config: shortened('no-utkface', { task: { shares: WITHOUT_UTKFACE } }),
    },
    { label: 'AdamW at 2e-3 instead of Muon', config: shortened('adamw', { optimizer: ADAMW, peakRate: 2e-3 }) },
  ],
};
