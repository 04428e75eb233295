import {
  Command,
  CommandError,
  reportedError,
  showProgress,
  type Terminal,
  wholeNumber,
} from '@face-verify/headless/command-line';
import { ENGINES, type EngineName } from '../engine/engine-names.ts';

/** How the gradients are computed; several numbers of threads are as many processes at once. */
const WAYS = [
  { gradients: "tfjs's own", standardKernels: true, threads: [1] },
  { gradients: 'native kernels', standardKernels: false, threads: [1] },
  { gradients: 'native kernels', standardKernels: false, threads: [2] },
  { gradients: 'native kernels, two processes', standardKernels: false, threads: [1, 1] },
];

const COLUMNS = ['engine', 'gradients', 'threads', 'images per second'];

type Measure = (engine: EngineName, standardKernels: boolean, threads: number) => Promise<number>;

export const benchEnginesCommand = (terminal: Terminal) =>
  new Command('bench-engines')
    .summary('time a training step on every engine that runs here')
    .description(
      'Images per second of one training step (forward and backward) on every engine that runs here, as a table; half a ' +
        'minute for each. The machine should have nothing else to do.',
    )
    .option('--network <name>', 'of the registry', 'ConvFaceNeXt_PS')
    .option('--batch <n>', 'pictures in a step', wholeNumber(1), 32)
    .option('--steps <n>', 'of which the median counts', wholeNumber(1), 11)
    .action(async (settings) => {
      const { NETWORKS } = await import('@face-verify/nets');
      const { stepSpeedInOwnProcess } = await import('../engine/step-speed-in-own-process.ts');
      const { markdownTable } = await import('../publish/markdown-table.ts');
      if (!(settings.network in NETWORKS)) {
        const message = `There is no network ${settings.network}; there are: ${Object.keys(NETWORKS).join(', ')}.`;
        throw new CommandError('usage', message);
      }
      const measure: Measure = (engine, standardKernels, threads) =>
        stepSpeedInOwnProcess({ ...settings, engine, standardKernels }, threads);
      const progress = showProgress('engines', ENGINES.length);
      const rows: string[][] = [];
      try {
        for (const engine of ENGINES) {
          if (engine === 'cpu') rows.push(['cpu', '', '', 'for tests on tiny networks only']);
          else rows.push(...(await measureEngine(engine, measure)));
          progress.advance();
        }
      } finally {
        progress.stop();
      }
      terminal.out(markdownTable(COLUMNS, rows));
    });

/** A row for each way; one that says why where the engine does not run. */
async function measureEngine(engine: EngineName, measure: Measure): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    for (const { gradients, standardKernels, threads } of WAYS) {
      const speeds = await Promise.all(threads.map((count) => measure(engine, standardKernels, count)));
      rows.push([engine, gradients, threads.join(' + '), speeds.map((speed) => speed.toFixed(1)).join(' + ')]);
    }
    return rows;
  } catch (error) {
    return [...rows, [engine, '', '', reportedError(error).message.replaceAll('|', '/').split('\n')[0] ?? '']];
  }
}
