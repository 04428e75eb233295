import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Command, type Terminal } from '@face-verify/headless/command-line';
import { CACHE_FOLDER, findSharedFolder, GENERATED_PAGES, REPOSITORY } from '@face-verify/repository';
import { writePages } from './write-pages.ts';

const FIXTURES = path.join(REPOSITORY, 'packages', 'testkit', 'fixtures');

export const compareBackendsCommand = (terminal: Terminal) =>
  new Command('compare-backends')
    .summary('decide all pairs of photographs on every backend, and write the page about it')
    .description(
      'Does every backend decide the same? Captures the photographs of the shared folder and the rendered people on WASM ' +
        "with each set of kernels, on WebGPU's software adapter and on TensorFlow.js's CPU backend, counts decisions that " +
        'differ, and writes backends.md. Takes a quarter of an hour; a run that was ended goes on where it was.' +
        '\n\nExit status: 1 where a decision differs.',
    )
    .action(async () => {
      const { backendsPage, compareBackends, COMPUTED_BY, countPasses, shippedThresholds } = await import(
        '@face-verify/headless/compare-backends'
      );
      const { showProgress } = await import('@face-verify/headless');
      const thresholds = shippedThresholds();
      const shared = findSharedFolder();
      const real = shared === undefined ? [] : photographsBelow(path.join(shared, 'photos'));
      const rendered = photographsBelow(FIXTURES);
      const photographs = [...real, ...rendered];
      const progress = showProgress('captures', photographs.length * (COMPUTED_BY.length - 1));
      try {
        const comparisons = await compareBackends({
          photographs,
          thresholds,
          cache: path.join(CACHE_FOLDER, 'backends'),
          onSeen: () => progress.advance(),
        });
        const page = backendsPage(comparisons, await countPasses(), {
          photographs: `${real.length} photographs of people and ${rendered.length} of rendered ones`,
          names: photographs.map((file) => path.basename(file)),
          thresholds,
        });
        writePages(terminal, { [path.join(GENERATED_PAGES, 'backends.md')]: page });
        const differs = comparisons.some(({ flips, otherCaptures }) => flips.length + otherCaptures.length > 0);
        if (differs) terminal.exitStatus = 1;
      } finally {
        progress.stop();
      }
    });

function photographsBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jpg'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
