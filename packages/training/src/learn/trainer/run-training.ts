import { existsSync } from 'node:fs';
import path from 'node:path';
import { MODELS_FOLDER, RUNS_FOLDER } from '@face-verify/repository';
import { startEngine } from '../../engine/engine.ts';
import type { EngineRequest } from '../../engine/engine-names.ts';
import { createTask } from '../tasks/create-task.ts';
import type { TrainingTask } from '../tasks/training-task.ts';
import { beginFrom } from './begin-from.ts';
import { BEST_FILE, CHECKPOINT_FILE, type RunState } from './checkpoint.ts';
import { layOut } from './parameter-layout.ts';
import type { RunConfig } from './run-config.ts';
import { train } from './train.ts';
import { startWorkers } from './worker-pool.ts';

export interface RunOptions {
  readonly engine: EngineRequest;
  /** Threads that each compute a share of every batch. */
  readonly workers: number;
  /** For checkpoint and log; the run's own in the ignored folder of runs where nothing is said. */
  readonly folder?: string;
  readonly signal?: AbortSignal;
}

/** Seconds between checkpoints: what a power cut costs at most. */
const CHECKPOINT_SECONDS = 120;

/** Runs a configuration to its end or until it is stopped, from its checkpoint if there is one. */
export async function runTraining(config: RunConfig, options: RunOptions): Promise<RunState> {
  const { workers, signal, folder = path.join(RUNS_FOLDER, config.name) } = options;
  const engine = await startEngine(options.engine);
  const task = await createTask(config.task, engine);
  const from = begin(config, task, folder);
  const setup = { task: config.task, engine: options.engine };
  const pool = await startWorkers(workers, layOut(task.parameters).length, setup);
  try {
    return await train(config, task, pool, {
      folder,
      checkpointSeconds: CHECKPOINT_SECONDS,
      facts: { engine: engine.name, passedOver: engine.passedOver.join('; ') || 'none', workers, from },
      ...(signal && { signal }),
    });
  } finally {
    await pool.close();
  }
}

/** Gives the task its first values where there is no checkpoint to go on from. @returns what it begins with, in words */
function begin({ startFrom }: RunConfig, task: TrainingTask, folder: string): string {
  if (existsSync(path.join(folder, CHECKPOINT_FILE))) return 'its own checkpoint';
  if (startFrom === undefined) return 'nothing';
  return beginFrom(task, startFrom, bestCheckpoint(path.join(RUNS_FOLDER, startFrom)), MODELS_FOLDER);
}

/** The state at the run's best validation if it watched one, or its last. */
export function bestCheckpoint(folder: string): string {
  const best = path.join(folder, BEST_FILE);
  return existsSync(best) ? best : path.join(folder, CHECKPOINT_FILE);
}
