import type { Engine } from '../engine/engine.ts';
import { createDistillationTask, type DistillationConfig } from './distillation-task.ts';
import { createLandmarkTask, type LandmarkConfig } from './landmark-task.ts';
import type { TrainingTask } from './training-task.ts';

/** What a run learns, as data, so that a worker can build the same. */
export type TaskConfig = DistillationConfig | LandmarkConfig;

export function createTask(config: TaskConfig, engine: Engine): Promise<TrainingTask> {
  return config.kind === 'distillation' ? createDistillationTask(config, engine) : createLandmarkTask(config, engine);
}
