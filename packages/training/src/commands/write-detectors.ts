import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { writePages } from './write-pages.ts';

/** Enough for medians on a machine that does other things, too. */
const RUNS = { visits: 7, photographs: 30 } as const;

export const writeDetectorsCommand = (terminal: Terminal) =>
  new Command('write-detectors')
    .summary('load and time both detectors, and write the page about it')
    .description(
      'What does the light detector cost, and what MediaPipe’s? Loads both in turn in a headless browser, times them on ' +
        'a rendered face, measures memory, and writes detectors.md. Takes two minutes.',
    )
    .action(async () => {
      const { compareDetectors } = await import('@face-verify/headless/compare-detectors');
      const { detectorsPage } = await import('../publish/detector-guide/detectors-page.ts');
      const comparison = await compareDetectors(RUNS);
      writePages(terminal, {
        [path.join(GENERATED_PAGES, 'detectors.md')]: detectorsPage(comparison, availableParallelism()),
      });
    });
