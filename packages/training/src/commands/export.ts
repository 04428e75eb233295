import { cpus } from 'node:os';
import path from 'node:path';
import { Command, CommandError, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { MODELS_FOLDER, RUNS_FOLDER } from '@face-verify/repository';
import { CONFIGS } from '../recipes/index.ts';
import { oneOf } from './one-of.ts';

export const exportCommand = (terminal: Terminal) =>
  new Command('export')
    .summary("write a run's weights, card and README into models/")
    .description("Writes models/RUN from the run's checkpoint. Takes about a minute.")
    .argument('<run>', `of packages/training/src/recipes: ${[...CONFIGS.keys()].join(', ')}`, oneOf(CONFIGS))
    .option('--folder <dir>', 'where the checkpoint is (default: .runs/RUN)')
    .action(async (config, { folder: given }) => {
      const { startEngine } = await import('../engine/engine.ts');
      const { createTask } = await import('../learn/tasks/create-task.ts');
      const { CHECKPOINT_FILE, loadCheckpoint } = await import('../learn/trainer/checkpoint.ts');
      const { mixWeights } = await import('../publish/mix-weights.ts');
      const { layOut, writeVariables } = await import('../learn/trainer/parameter-layout.ts');
      const { bestCheckpoint } = await import('../learn/trainer/run-training.ts');
      const { runFingerprint } = await import('../learn/trainer/train.ts');
      const { exportModel } = await import('../publish/export-model.ts');
      const engine = await startEngine('auto');
      const task = await createTask(config.task, engine);
      const folder = given === undefined ? path.join(RUNS_FOLDER, config.name) : resolvePath(terminal, given);
      const { spans } = layOut(task.parameters);
      const state = loadCheckpoint(bestCheckpoint(folder), runFingerprint(task));
      if (state === undefined) {
        const message = `There is no checkpoint of ${config.name} yet: run \`npm run -s lab -- train ${config.name}\`.`;
        throw new CommandError('file-missing', message);
      }
      const start = path.join(RUNS_FOLDER, config.startFrom ?? config.name, CHECKPOINT_FILE);
      const begun = config.keptOfStart ? loadCheckpoint(start, runFingerprint(task)) : state;
      if (begun === undefined)
        throw new CommandError('file-missing', `${start} is to be kept a part of, and is not there.`);
      writeVariables(task.parameters, spans, mixWeights(state.average, begun.average, config.keptOfStart ?? 0));
      const card = await exportModel(task, {
        id: config.name,
        modelsFolder: MODELS_FOLDER,
        terms: config.terms,
        training: {
          ...config.card,
          config,
          engine: engine.name,
          hardware: hardware(),
          steps: state.step,
          pictures: state.picture,
        },
      });
      terminal.out(JSON.stringify(card.metrics, null, 2));
    });

/** Of this machine, where the run came to its end. */
function hardware(): string {
  const cores = cpus();
  return `${cores.length} cores of ${cores[0]?.model ?? 'an unnamed processor'}`;
}
