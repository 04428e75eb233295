import type { SamplerConfig } from '../data/sampling/create-sampler.ts';
import type { IdentityConfig } from '../learn/tasks/identity-task.ts';
import type { RunConfig } from '../learn/trainer/run-config.ts';
import type { IdentityLossConfig } from '../losses/identity-loss.ts';

/** One step of progressive learning: what it adds to the one before is in its losses and its sampler. */
export interface Stage {
  readonly name: string;
  readonly loss: IdentityLossConfig;
  readonly sampler: SamplerConfig;
  readonly pictures: number;
  /** Peak learning rate. */
  readonly rate: number;
}

/** A run on identities that stages vary. */
export type StagedRun = RunConfig & { readonly task: IdentityConfig };

/** The figure that says which checkpoint of a stage the next one starts from. */
const STAGE_FIGURE = 'auc';

/**
 * Progressive learning (Chai et al., A Progressive Learning Framework, 2019): each stage wraps one more loss around
 * those before and starts from the best checkpoint of the previous stage.
 *
 * @param base - what the stages have in common; its losses, sampler, pictures and rate give way to theirs
 * @returns one run for each stage, in order
 */
export function expandStages(base: StagedRun, stages: readonly Stage[]): readonly RunConfig[] {
  const names = stages.map(({ name }, i) => `${base.name}-${i + 1}-${name}`);
  return stages.map(({ loss, sampler, pictures, rate }, i): RunConfig => {
    const previous = names[i - 1];
    return {
      ...base,
      name: names[i] as string,
      task: { ...base.task, loss, sampler },
      schedule: { ...base.schedule, pictures, peakRate: rate },
      watch: { figure: STAGE_FIGURE, better: 'higher' },
      ...(previous !== undefined && { startFrom: previous }),
    };
  });
}
