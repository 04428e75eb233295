import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommandError, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { RUNS_FOLDER } from '@face-verify/repository';

export const plotCommand = (terminal: Terminal) =>
  new Command('plot')
    .summary("draw a run's losses and validations")
    .description("Draws the losses and validations of a run's train.log.jsonl as SVG.")
    .argument('<run>', 'folder name in .runs/')
    .option('--out <file>', 'default: .runs/RUN/curve.svg')
    .action(async (run, { out }) => {
      const log = path.join(RUNS_FOLDER, run, 'train.log.jsonl');
      if (!existsSync(log)) throw new CommandError('file-missing', `There is no log of ${run}: ${log}.`);
      const { drawLearningCurve } = await import('../publish/learning-curve.ts');
      const entries = readFileSync(log, 'utf8').trim().split('\n');
      const file = out === undefined ? path.join(RUNS_FOLDER, run, 'curve.svg') : resolvePath(terminal, out);
      writeFileSync(
        file,
        await drawLearningCurve(
          run,
          entries.map((line) => JSON.parse(line)),
        ),
      );
      terminal.out(file);
    });
