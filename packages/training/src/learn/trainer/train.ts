import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { topologyFingerprint } from '@face-verify/nets';
import { clipGradients } from '../optimizers/clip-gradients.ts';
import { optimize } from '../optimizers/optimize.ts';
import { batchSizeAt, rateAt } from '../schedule.ts';
import type { TrainingTask } from '../tasks/training-task.ts';
import { BEST_FILE, CHECKPOINT_FILE, freshState, loadCheckpoint, type RunState, saveCheckpoint } from './checkpoint.ts';
import type { GradientPool } from './gradient-pool.ts';
import { layOut, type ParameterSpan, readVariables, writeVariables } from './parameter-layout.ts';
import type { RunConfig, Watch } from './run-config.ts';
import { openRunLog } from './run-log.ts';

export interface TrainOptions {
  /** Folder for checkpoint and log. */
  readonly folder: string;
  /** Seconds between checkpoints. */
  readonly checkpointSeconds: number;
  /** Facts for the log: engine, workers. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
}

/**
 * Trains until the schedule ends or the signal aborts, going on from the checkpoint in the folder if there is one.
 *
 * @param task - the same as the pool's; here it gives the first values and validates
 * @throws {Error} where a loss is no longer a number; the last checkpoint is then the last good one
 */
export async function train(
  config: Pick<
    RunConfig,
    'schedule' | 'optimizer' | 'gradientLimit' | 'averageDecay' | 'validateEveryPictures' | 'watch'
  >,
  task: TrainingTask,
  pool: GradientPool,
  { folder, checkpointSeconds, facts = {}, signal }: TrainOptions,
): Promise<RunState> {
  mkdirSync(folder, { recursive: true });
  const { spans, length } = layOut(task.parameters);
  const checkpoint = path.join(folder, CHECKPOINT_FILE);
  const state =
    loadCheckpoint(checkpoint, runFingerprint(task)) ?? freshState(await readVariables(task.parameters, spans));

  const log = openRunLog(folder, config.schedule.pictures, state.picture);
  log.start({ ...facts, parameters: length, picture: state.picture });
  let validated = -1;
  const validate = async () => {
    if (validated === state.picture) return;
    validated = state.picture;
    writeVariables(task.parameters, spans, state.average);
    const figures = await task.validate(task.run);
    log.validation(state.picture, figures);
    if (config.watch && isBest(state, config.watch, figures)) {
      saveCheckpoint(path.join(folder, BEST_FILE), state, runFingerprint(task), spans);
    }
  };
  let saved = Date.now();
  try {
    while (state.picture < config.schedule.pictures && !signal?.aborted && !isStale(state, config)) {
      const before = state.picture;
      const losses = await advance(state, config, pool, spans);
      log.step(state, rateAt(config.schedule, before), losses);
      if (crossed(before, state.picture, config.validateEveryPictures)) await validate();
      if (Date.now() - saved >= checkpointSeconds * 1000) {
        saveCheckpoint(checkpoint, state, runFingerprint(task), spans);
        saved = Date.now();
      }
    }
    saveCheckpoint(checkpoint, state, runFingerprint(task), spans);
    await validate();
  } finally {
    log.close();
  }
  return state;
}

/** Notes the figure if it is the best so far. */
function isBest(state: RunState, { figure, better }: Watch, figures: Record<string, number>): boolean {
  const value = figures[figure];
  if (value === undefined) throw new Error(`The validation has no ${figure}, only ${Object.keys(figures).join(', ')}.`);
  const { best } = state;
  if (best && !(better === 'higher' ? value > best.value : value < best.value)) return false;
  state.best = { picture: state.picture, value };
  return true;
}

/** Whether the watched figure has not become better for as many validations as the run has patience. */
function isStale(state: RunState, config: Pick<RunConfig, 'watch' | 'validateEveryPictures'>): boolean {
  const { patience = Number.POSITIVE_INFINITY } = config.watch ?? {};
  return state.best !== undefined && state.picture - state.best.picture >= patience * config.validateEveryPictures;
}

/** Names what is trained, so that a checkpoint is not taken for another's. */
export function runFingerprint(task: TrainingTask): string {
  return `${networkFingerprint(task)}/${layOut(task.parameters).length}`;
}

export function networkFingerprint({ network }: TrainingTask): string {
  return `${network.name}/${topologyFingerprint(network)}`;
}

/** One optimizer step. @returns the losses of its batch */
async function advance(
  state: RunState,
  config: Pick<RunConfig, 'schedule' | 'optimizer' | 'gradientLimit' | 'averageDecay'>,
  pool: GradientPool,
  spans: readonly ParameterSpan[],
): Promise<Readonly<Record<string, number>>> {
  const size = batchSizeAt(config.schedule, state.picture);
  const pictures = Array.from({ length: size }, (_, i) => state.picture + i);
  pool.parameters.set(state.parameters);
  const { losses, gradients } = await pool.step(pictures);
  if (!Object.values(losses).every(Number.isFinite) || !gradients.every(Number.isFinite)) {
    throw new Error(`The loss is no longer a number at picture ${state.picture}: ${JSON.stringify(losses)}`);
  }
  if (config.gradientLimit !== undefined) clipGradients(gradients, spans, config.gradientLimit);
  const rate = rateAt(config.schedule, state.picture);
  state.step += 1;
  const { parameters, moments } = state;
  await optimize({ parameters, gradients, moments }, spans, config.optimizer, rate, state.step);
  for (const { start, end, treatment } of spans) {
    if (treatment === 'statistic') state.parameters.set(gradients.subarray(start, end), start);
  }
  // The average forgets faster at first, or it would long remember the random beginning.
  const decay = Math.min(config.averageDecay, (1 + state.step) / (10 + state.step));
  for (let i = 0; i < state.average.length; i++) {
    state.average[i] = decay * (state.average[i] as number) + (1 - decay) * (state.parameters[i] as number);
  }
  state.picture += size;
  return losses;
}

function crossed(before: number, after: number, every: number): boolean {
  return Math.floor(before / every) !== Math.floor(after / every);
}
