import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { writePages } from './write-pages.ts';

export const writeGalleriesCommand = (terminal: Terminal) =>
  new Command('write-galleries')
    .summary('time galleries of up to a million subjects, and write the page about it')
    .description(
      'How long does it take to look for a face among many? Times galleries of drawn templates in a headless browser ' +
        'and writes gallery-times.md and gallery-times.svg. Takes a minute.',
    )
    .action(async () => {
      const { timeGalleries } = await import('@face-verify/headless/time-galleries');
      const { drawGalleryTimes } = await import('../publish/gallery-guide/draw-gallery-times.ts');
      const { galleryTimesPage } = await import('../publish/gallery-guide/gallery-times-page.ts');
      const { times, chromium } = await timeGalleries(({ size }) => terminal.err(`Timed ${size.toLocaleString('en')}`));
      writePages(terminal, {
        [path.join(GENERATED_PAGES, 'gallery-times.md')]: galleryTimesPage(times, {
          cores: availableParallelism(),
          chromium,
        }),
        [path.join(GENERATED_PAGES, 'gallery-times.svg')]: await drawGalleryTimes(times),
      });
    });
