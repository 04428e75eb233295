import { Command, interruptSignal, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { CONFIGS } from '../recipes/index.ts';
import { ENGINE_OPTION } from './engine-option.ts';
import { oneOf } from './one-of.ts';
import { WORKERS_OPTION } from './workers-option.ts';

export const trainCommand = (terminal: Terminal) =>
  new Command('train')
    .summary('train a network')
    .description("Trains a network. Goes on from the run's checkpoint if there is one; Ctrl-C writes one and ends.")
    .argument('<run>', `of packages/training/src/recipes: ${[...CONFIGS.keys()].join(', ')}`, oneOf(CONFIGS))
    .option(
      '--start-from <name>',
      'where there is no checkpoint yet, begin with what the run NAME has learned or, if that has none either, with the ' +
        'weights in models/NAME (default: what the run says, or nothing)',
    )
    .option('--folder <dir>', 'where checkpoint and log are kept (default: .runs/RUN)')
    .addOption(ENGINE_OPTION)
    .addOption(WORKERS_OPTION)
    .action(async (config, { startFrom, folder, engine, workers }) => {
      const signal = interruptSignal(terminal);
      const { runTraining } = await import('../learn/trainer/run-training.ts');
      await runTraining(
        { ...config, ...(startFrom && { startFrom }) },
        { engine, workers, signal, ...(folder && { folder: resolvePath(terminal, folder) }) },
      );
    });
