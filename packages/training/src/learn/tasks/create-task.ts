import type { Engine } from '../../engine/engine.ts';
import { createDistillationTask, type DistillationConfig } from './distillation-task.ts';
import { createIdentityTask, type IdentityConfig } from './identity-task.ts';
import { createPointTask, type PointConfig } from './point-task.ts';
import type { TrainingTask } from './training-task.ts';

/** What a run learns, as data, so that a worker can build the same. */
export type TaskConfig = DistillationConfig | IdentityConfig | PointConfig;

export function createTask(config: TaskConfig, engine: Engine): Promise<TrainingTask> {
  switch (config.kind) {
    case 'distillation':
      return createDistillationTask(config, engine);
    case 'identity':
      return createIdentityTask(config, engine);
    case 'points':
      return createPointTask(config, engine);
  }
}
