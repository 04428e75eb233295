import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command, type Terminal, wholeNumber } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import { writePages } from './write-pages.ts';

/** For so many people who come, one is asked for signs of life. */
const PLAIN_PER_CHALLENGED = 5;
const EVERY = 20;

export const measureKioskCommand = (terminal: Terminal) =>
  new Command('measure-kiosk')
    .summary('let people come to the kiosk of the attendance check-in, and write the page about its times and memory')
    .description(
      'Sends rendered people before the kiosk in a headless browser, one after the other, times its greetings with and without ' +
        'challenges, measures memory on the way, and writes kiosk.md, kiosk-greetings.svg and kiosk-memory.svg. Takes half an ' +
        'hour.',
    )
    .option('--visits <count>', 'people who come without being asked for signs of life', wholeNumber(EVERY), 300)
    .action(async ({ visits }) => {
      const { measureKiosk, VISITORS } = await import('@face-verify/headless/measure-kiosk');
      const { drawGreetings } = await import('../publish/kiosk-guide/draw-greetings.ts');
      const { drawKioskMemory } = await import('../publish/kiosk-guide/draw-kiosk-memory.ts');
      const { kioskPage } = await import('../publish/kiosk-guide/kiosk-page.ts');
      const measure = (liveness: boolean, count: number) =>
        measureKiosk({ visits: count, every: EVERY, liveness, who: VISITORS }, ({ visits: came, frames, load }) =>
          terminal.err(`${came} came, ${frames.toLocaleString('en')} frames, load ${load.toFixed(1)}`),
        );
      const plain = await measure(false, visits);
      const challenged = await measure(true, Math.round(visits / PLAIN_PER_CHALLENGED));
      const place = { chromium: plain.chromium, cores: availableParallelism() };
      writePages(terminal, {
        [path.join(GENERATED_PAGES, 'kiosk.md')]: kioskPage({ plain, challenged }, place),
        [path.join(GENERATED_PAGES, 'kiosk-greetings.svg')]: await drawGreetings({ plain, challenged }),
        [path.join(GENERATED_PAGES, 'kiosk-memory.svg')]: await drawKioskMemory(plain.samples),
      });
    });
