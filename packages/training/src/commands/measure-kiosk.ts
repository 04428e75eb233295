import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Command, type Terminal, wholeNumber } from '@face-verify/headless/command-line';
import type { KioskPlan } from '@face-verify/headless/measure-kiosk';
import { GENERATED_PAGES } from '@face-verify/repository';
import { writePages } from './write-pages.ts';

/** For so many people who come, one is asked for signs of life. */
const PLAIN_PER_CHALLENGED = 5;
const EVERY = 20;
const EVERY_OF_HOURS = 100;

export const measureKioskCommand = (terminal: Terminal) =>
  new Command('measure-kiosk')
    .summary('let people come to the kiosk of the attendance check-in, and write the page about its times and memory')
    .description(
      'Sends rendered people before the kiosk in a headless browser, one after the other, times its greetings with and without ' +
        'challenges, has others come in a hurry for the memory of hours, and writes kiosk.md, kiosk-greetings.svg and ' +
        'kiosk-memory.svg. Takes three quarters of an hour.',
    )
    .option('--visits <count>', 'people who come without being asked for signs of life', wholeNumber(EVERY), 300)
    .option('--hours <count>', 'people who come in a hurry, for memory', wholeNumber(EVERY_OF_HOURS), 2000)
    .action(async ({ visits, hours }) => {
      const { measureKiosk, VISITORS } = await import('@face-verify/headless/measure-kiosk');
      const { drawGreetings } = await import('../publish/kiosk-guide/draw-greetings.ts');
      const { drawKioskMemory } = await import('../publish/kiosk-guide/draw-kiosk-memory.ts');
      const { kioskPage } = await import('../publish/kiosk-guide/kiosk-page.ts');
      const measure = (plan: Omit<KioskPlan, 'who'>) =>
        measureKiosk({ ...plan, who: VISITORS }, ({ visits: came, frames, load }) =>
          terminal.err(`${came} came, ${frames.toLocaleString('en')} frames, load ${load.toFixed(1)}`),
        );
      const calm = { every: EVERY, hurry: false };
      const runs = {
        plain: await measure({ ...calm, visits, liveness: false }),
        challenged: await measure({ ...calm, visits: Math.round(visits / PLAIN_PER_CHALLENGED), liveness: true }),
        hours: await measure({ visits: hours, every: EVERY_OF_HOURS, liveness: false, hurry: true }),
      };
      const place = { chromium: runs.plain.chromium, cores: availableParallelism() };
      writePages(terminal, {
        [path.join(GENERATED_PAGES, 'kiosk.md')]: kioskPage(runs, place),
        [path.join(GENERATED_PAGES, 'kiosk-greetings.svg')]: await drawGreetings(runs),
        [path.join(GENERATED_PAGES, 'kiosk-memory.svg')]: await drawKioskMemory(runs.hours.samples),
      });
    });
