import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { writePages } from './write-pages.ts';

export const writeKernelsCommand = (terminal: Terminal) =>
  new Command('write-kernels')
    .summary('time the kernels that compute on WASM, and write the page about them')
    .description(
      "What do kernels of our own save? Times networks with TensorFlow.js's and with ours in a headless browser and " +
        'writes kernels.md. Takes a minute.',
    )
    .action(async () => {
      const { benchKernels, kernelsPage } = await import('@face-verify/headless/bench-kernels');
      const benchmark = await benchKernels(({ name }) => terminal.err(`Timed ${name}`));
      writePages(terminal, {
        [path.join(GENERATED_PAGES, 'kernels.md')]: kernelsPage(benchmark, { cores: availableParallelism() }),
      });
    });
