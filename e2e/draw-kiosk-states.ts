import { join } from 'node:path';
import { launchChromium } from '@face-verify/headless';
import { REPOSITORY } from '@face-verify/repository';
import type { Page } from 'playwright';
import sharp, { type OverlayOptions } from 'sharp';
import { startDemo } from './demo-server.ts';

/*
 * Draws docs/guide/kiosk-states.webp, for people to look at:
 * npx tsx --conditions=face-verify-source e2e/draw-kiosk-states.ts
 */

const LOOKS = [
  { language: 'de', colorScheme: 'light', columns: 3, width: 1280, height: 800 },
  { language: 'ar', colorScheme: 'dark', columns: 9, width: 390, height: 844 },
] as const;
const SHOWN_HEIGHT_PX = 280;

/** What the kiosk is given to show: states of its reducer and of a session. */
const SCREENS = {
  watching: { show: 'watching' },
  looking: { show: 'looking' },
  several: { show: 'several' },
  greeting: { show: 'greeting', person: '', direction: 'in', how: 'face', atMs: 0 },
  unknown: { show: 'unknown', reason: 'nobody' },
  paused: { show: 'paused', untilMs: 0 },
  pin: { show: 'asking', way: 'pin', problem: 'refused' },
  card: { show: 'asking', way: 'card' },
  'no-camera': { show: 'no-camera', code: 'camera-permission-denied' },
} as const;

const demo = await startDemo();
const browser = await launchChromium();
const rows: Buffer[] = [];
for (const { language, colorScheme, columns, ...viewport } of LOOKS) {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  await forceScreens(page);
  await page.goto(`${demo.origin}/attendance/?demo`);
  await page.getByTestId('kiosk').waitFor({ timeout: 180_000 });
  await speak(page, language);
  await page.locator('[data-show=looking]').waitFor({ timeout: 60_000 });
  const shots: Buffer[] = [];
  for (const screen of Object.values(SCREENS)) {
    await show(page, screen);
    const shot = await page.screenshot();
    if (process.argv[2] !== undefined)
      await sharp(shot).toFile(join(process.argv[2], `${language}-${shots.length}.png`));
    shots.push(await sharp(shot).resize({ height: SHOWN_HEIGHT_PX }).toBuffer());
  }
  rows.push(...(await sideBySide(shots, columns)));
  await page.close();
}
await browser.close();
await demo.stop();

const widths = await Promise.all(rows.map(async (row) => (await sharp(row).metadata()).width));
await sharp({
  create: { width: Math.max(...widths), height: rows.length * SHOWN_HEIGHT_PX, channels: 3, background: '#000' },
})
  .composite(rows.map((input, i): OverlayOptions => ({ input, left: 0, top: i * SHOWN_HEIGHT_PX })))
  .webp({ quality: 55 })
  .toFile(join(REPOSITORY, 'docs', 'guide', 'kiosk-states.webp'));

async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(async (language) => {
    const { _app } = document.querySelector('attendance-app') as unknown as {
      _app: { store: { settings: { current: { current: object }; save(settings: object): Promise<void> } } };
    };
    const { settings } = _app.store;
    await settings.save({ ...settings.current.current, language });
  }, language);
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** Has the kiosk show a screen at its next tick, whatever happens before its camera. */
async function show(page: Page, screen: object): Promise<void> {
  const shown = await page.evaluate((screen) => {
    const app = document.querySelector('attendance-app') as unknown as {
      _app: { store: { people: { all: { current: { id: string }[] } } } };
    };
    const now = Date.now();
    const forced = {
      ...screen,
      ...('atMs' in screen && { atMs: now }),
      ...('untilMs' in screen && { untilMs: now + 42_000 }),
      ...('person' in screen && { person: app._app.store.people.all.current[0]?.id }),
    };
    Object.assign(window, { forced });
    return 'show' in screen ? String(screen.show) : '';
  }, screen);
  await page.locator(`[data-testid=kiosk][data-show=${shown}]`).waitFor();
  // What was shown before may have been of the same name.
  await page.waitForTimeout(1100);
}

/** The reducer, which shows what is forced upon it. */
async function forceScreens(page: Page): Promise<void> {
  await page.route('**/step-kiosk.ts*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      'export function stepKiosk(',
      `export function stepKiosk(...given) {
        const step = reallyStep(...given);
        return window.forced ? { state: { ...step.state, screen: window.forced } } : step;
      }
      function reallyStep(`,
    );
    await route.fulfill({ response, body });
  });
}

/** Rows of so many pictures of one size. */
async function sideBySide(shots: readonly Buffer[], columns: number): Promise<Buffer[]> {
  const { width = 0 } = await sharp(shots[0]).metadata();
  const starts = Array.from({ length: Math.ceil(shots.length / columns) }, (_, row) => row * columns);
  return Promise.all(
    starts.map((start) =>
      sharp({ create: { width: width * columns, height: SHOWN_HEIGHT_PX, channels: 3, background: '#000' } })
        .composite(shots.slice(start, start + columns).map((input, i) => ({ input, left: i * width, top: 0 })))
        .png()
        .toBuffer(),
    ),
  );
}
