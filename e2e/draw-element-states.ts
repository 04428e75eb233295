import { join } from 'node:path';
import { launchChromium } from '@face-verify/headless';
import { REPOSITORY } from '@face-verify/repository';
import sharp, { type OverlayOptions } from 'sharp';
import { servePage } from './serve-page.ts';

/*
 * Draws docs/guide/element-states.webp, for people to look at:
 * npx tsx --conditions=face-verify-source e2e/draw-element-states.ts
 */

const STATES = ['idle, enrol', 'move-closer', 'guiding', 'turn-left', 'match', 'camera-in-use'];
const THEMES = ['light', 'dark'] as const;
const LOCALES = ['de', 'ar'] as const;
const SIZE = { width: 360, height: 900 };
const SHOWN_PX = 240;

const server = await servePage('element-gallery-page');
const browser = await launchChromium();
const pictures: OverlayOptions[] = [];
for (const [row, colorScheme] of THEMES.entries()) {
  for (const [column, only] of STATES.entries()) {
    const page = await browser.newPage({ viewport: SIZE, colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${server.origin}/?${new URLSearchParams({ only, locale: LOCALES[row] ?? 'en' })}`);
    await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
    const input = await sharp(await page.screenshot())
      .resize(SHOWN_PX)
      .toBuffer();
    pictures.push({ input, left: column * SHOWN_PX, top: (row * SHOWN_PX * SIZE.height) / SIZE.width });
    await page.close();
  }
}
await browser.close();
await server.close();

const [width, height] = [STATES.length * SHOWN_PX, (THEMES.length * SHOWN_PX * SIZE.height) / SIZE.width];
await sharp({ create: { width, height, channels: 3, background: '#000' } })
  .composite(pictures)
  .webp({ quality: 70 })
  .toFile(join(REPOSITORY, 'docs', 'guide', 'element-states.webp'));
