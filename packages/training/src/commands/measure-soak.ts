import path from 'node:path';
import { Command, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { writePages } from './write-pages.ts';

const FRAMES = 10_000;
const EVERY = 250;

export const measureSoakCommand = (terminal: Terminal) =>
  new Command('measure-soak')
    .summary('watch a film of 10,000 frames, and write the page about the memory that it takes')
    .description(
      `Lets sessions watch ${FRAMES.toLocaleString('en')} frames of rendered people in a headless browser, measures tensors, WebAssembly and heaps ` +
        'on the way, and writes soak.md and soak.svg. Takes a quarter of an hour.',
    )
    .action(async () => {
      const { soak } = await import('@face-verify/headless/soak');
      const { drawSoak } = await import('../publish/soak-guide/draw-soak.ts');
      const { soakPage } = await import('../publish/soak-guide/soak-page.ts');
      const run = await soak({ frames: FRAMES, every: EVERY }, ({ frames, tensors }) =>
        terminal.err(`${frames.toLocaleString('en')} frames, ${tensors} tensors`),
      );
      writePages(terminal, {
        [path.join(GENERATED_PAGES, 'soak.md')]: soakPage(run.samples, run),
        [path.join(GENERATED_PAGES, 'soak.svg')]: await drawSoak(run.samples),
      });
    });
