import type { WeightsTerms } from '@face-verify/nets';
import type { OptimizerConfig } from '../optimizers/optimize.ts';
import type { Schedule } from '../schedule.ts';
import type { TaskConfig } from '../tasks/create-task.ts';

/** A figure of the task's validation that says how good the run is. */
export interface Watch {
  readonly figure: string;
  readonly better: 'higher' | 'lower';
  /** Ends the run after so many validations without a better one; where nothing is said it never does. */
  readonly patience?: number;
}

/** A run, as data: with its seed it says all that the weights depend on. */
export interface RunConfig {
  /** Folder of the run, and of its checkpoints and log. */
  readonly name: string;
  readonly task: TaskConfig;
  readonly schedule: Schedule;
  readonly optimizer: OptimizerConfig;
  /** Largest norm of all gradients together. */
  readonly gradientLimit?: number;
  /** Weight of the past in the average of the parameters that is validated and exported. */
  readonly averageDecay: number;
  readonly validateEveryPictures: number;
  /** Keeps the best state. */
  readonly watch?: Watch;
  /**
   * Another run, whose averaged parameters of the same names this one begins with; where that has no checkpoint, the
   * model of its name in `models/`.
   */
  readonly startFrom?: string;
  /**
   * Share in [0, 1] of {@link startFrom}'s averaged parameters in what is exported: weights between the two keep what the
   * run began with and have most of what it learned (Wortsman et al. 2022). None where nothing is said.
   */
  readonly keptOfStart?: number;
  /** Under which terms the weights come, because of the data and the teachers. */
  readonly terms: WeightsTerms;
  /** What the card says of the data, the teachers, what is known to be weak, and how the run left its configuration. */
  readonly card: {
    readonly data: string;
    readonly teachers: string;
    readonly weaknesses: string;
    readonly history?: string;
  };
}
