import path from 'node:path';
import { Command, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { writePages } from './write-pages.ts';

export const writeLossesCommand = (terminal: Terminal) =>
  new Command('write-losses')
    .summary('write the page of losses')
    .description('Writes losses.md and losses.svg, from the table of losses. Takes a few seconds.')
    .option('--out <dir>', 'default: docs/generated')
    .action(async ({ out }) => {
      const { startEngine } = await import('../engine/engine.ts');
      const { drawTargetCurves } = await import('../publish/loss-guide/draw-target-curves.ts');
      const { lossGuide } = await import('../publish/loss-guide/loss-guide.ts');
      const { targetCurves } = await import('../publish/loss-guide/target-curves.ts');
      await startEngine('cpu');
      const folder = out === undefined ? GENERATED_PAGES : resolvePath(terminal, out);
      writePages(terminal, {
        [path.join(folder, 'losses.md')]: lossGuide(),
        [path.join(folder, 'losses.svg')]: await drawTargetCurves(targetCurves()),
      });
    });
