import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@face-verify/headless';
import { REPOSITORY } from '@face-verify/repository';
import type { Page } from 'playwright';
import sharp, { type OverlayOptions } from 'sharp';
import { startDemo } from './demo-server.ts';

/*
 * Draws docs/guide/attendance-office.webp, for people to look at:
 * npx tsx --conditions=face-verify-source e2e/draw-attendance-office.ts
 */

const LOOKS = [
  { language: 'de', colorScheme: 'dark' },
  { language: 'ar', colorScheme: 'light' },
] as const;
const SIZE = { width: 390, height: 844 };
const SHOWN_PX = 240;
const LIST = 'Name;Nummer;Klasse\nLena Vogt;11;3a\nTariq Amin;12;3a\nLena Vogt;11;3a\n;13;3a\nNoor de Wit;11;3b\n';

type Screen = (page: Page, list: string) => Promise<void>;

const open = (page: Page, place: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${place}`);

/** What is drawn, from the beginning of the line to its end. */
const SCREENS: readonly Screen[] = [
  async (page) => {
    await open(page, 'people');
    await page.locator('people-view [role=listitem] .badge.good').first().waitFor();
  },
  async (page) => {
    await page.locator('people-view [role=listitem] a').first().click();
    await page.locator('person-face').evaluate((face) => face.scrollIntoView());
  },
  async (page, list) => {
    await open(page, 'import');
    await page.locator('import-view .list input').setInputFiles(list);
    // Rows are drawn once they are in sight.
    await page.locator('import-report').evaluate((report) => report.scrollIntoView({ block: 'center' }));
    await page.locator('import-report .line').first().waitFor();
  },
  async (page) => {
    await open(page, 'records');
    await page.locator('records-day button').first().click();
    await page.locator('arrivals-chart svg').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
  },
  async (page) => {
    await page
      .locator('records-day .list')
      .first()
      .evaluate((list) => list.scrollIntoView());
    await page.locator('records-day .line').first().click();
    await page.locator('person-day .change').first().click();
  },
  async (page) => {
    await page.keyboard.press('Escape');
    await open(page, 'settings');
    await page.locator('settings-faces [name=fmr]').nth(1).waitFor();
  },
  async (page) => {
    await open(page, 'privacy');
    await page.locator('privacy-view section').first().waitFor();
  },
];

const folder = mkdtempSync(join(tmpdir(), 'face-verify-office-'));
const list = join(folder, 'list.csv');
writeFileSync(list, LIST);
const demo = await startDemo();
const browser = await launchChromium();
const pictures: OverlayOptions[] = [];
for (const [row, { language, colorScheme }] of LOOKS.entries()) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme, reducedMotion: 'reduce' });
  page.setDefaultTimeout(120_000);
  await page.goto(`${demo.origin}/attendance/?demo#/kiosk`);
  await page.locator('kiosk-start').waitFor();
  await page.locator('kiosk-start').waitFor({ state: 'detached' });
  await open(page, 'settings');
  await page.locator('settings-attendance [name=language]').selectOption(language);
  await page.locator(`html[lang=${language}]`).waitFor();
  await page.locator('undo-note button').last().click();
  for (const [column, screen] of SCREENS.entries()) {
    await screen(page, list);
    const input = await sharp(await page.screenshot())
      .resize(SHOWN_PX)
      .toBuffer();
    pictures.push({ input, left: column * SHOWN_PX, top: Math.round((row * SHOWN_PX * SIZE.height) / SIZE.width) });
  }
  await page.context().close();
}
await browser.close();
await demo.stop();
rmSync(folder, { recursive: true });

const height = Math.floor((LOOKS.length * SHOWN_PX * SIZE.height) / SIZE.width);
await sharp({ create: { width: SCREENS.length * SHOWN_PX, height, channels: 3, background: '#000' } })
  .composite(pictures)
  .webp({ quality: 70 })
  .toFile(join(REPOSITORY, 'docs', 'guide', 'attendance-office.webp'));
