import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@face-verify/headless';
import type { Browser, Locator } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AttendancePage } from './attendance-page.ts';
import { writeCameraFilm } from './camera-film.ts';
import { CouchServer } from './couch-server.ts';

const ANNA = { name: 'Anna Berg', number: '11', pin: '1234' };
const BEN = { name: 'Ben Okoro', number: '12', pin: '5678' };
/** Two busy cores, and a server that is asked again every three seconds. */
const PATIENCE = { timeout: 60_000 };

const folder = mkdtempSync(join(tmpdir(), 'face-verify-kiosks-'));
const film = join(folder, 'code.mjpeg');
const couch = new CouchServer(join(folder, 'couch'));
let browser: Browser;
let first: AttendancePage;
let second: AttendancePage;

beforeAll(async () => {
  await couch.start();
  const site = inject('builtSite').origin;
  // Built when it is asked for first.
  await fetch(site);
  browser = await launchChromium({
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
  first = await AttendancePage.open(browser, site, couch.origin);
  second = await AttendancePage.open(browser, site, couch.origin);
});

afterAll(async () => {
  const closings = await Promise.allSettled([first.close(), second.close()]);
  await browser.close();
  await couch.kill();
  rmSync(folder, { recursive: true });
  for (const closing of closings) if (closing.status === 'rejected') throw closing.reason;
});

const button = ({ page }: AttendancePage, name: string) => page.getByRole('button', { name, exact: true });

/** Holds what one kiosk shows before the camera of the other. The film is opened with the camera. */
async function holdUp(code: Locator): Promise<void> {
  const { data, info } = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#9aa7b0' } })
    .composite([
      {
        input: await sharp(await code.screenshot())
          .resize(440)
          .toBuffer(),
        left: 100,
        top: 20,
      },
    ])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = {
    widthPx: info.width,
    heightPx: info.height,
    channels: 3,
    data: Uint8ClampedArray.from(data),
  } as const;
  await writeCameraFilm(film, [[picture, 10]]);
}

async function untilShared({ page }: AttendancePage, state: string): Promise<void> {
  await page.locator(`settings-kiosks [role=status][data-state=${state}]`).waitFor(PATIENCE);
}

async function add(kiosk: AttendancePage, { name, number, pin }: typeof ANNA): Promise<void> {
  await kiosk.go('person/new');
  await kiosk.page.getByLabel('Name', { exact: true }).fill(name);
  await kiosk.page.getByLabel('Number').fill(number);
  await button(kiosk, 'Save').click();
  await button(kiosk, 'Set PIN').click();
  await kiosk.page.getByLabel(/^New PIN/).fill(pin);
  await button(kiosk, 'Set PIN').click();
  await kiosk.page.getByText('A PIN is set.').waitFor();
}

async function checkIn(kiosk: AttendancePage, { name, number, pin }: typeof ANNA): Promise<void> {
  await kiosk.go('kiosk');
  await kiosk.page.getByTestId('pin').click();
  for (const typed of [number, pin]) {
    await kiosk.page.keyboard.type(typed);
    await kiosk.page.keyboard.press('Enter');
  }
  await kiosk.page.getByTestId('title').getByText(name).waitFor(PATIENCE);
}

const names = async (kiosk: AttendancePage) => {
  await kiosk.go('people');
  return kiosk.page.locator('people-view [role=listitem]').getByRole('link').allTextContents();
};

async function untilNamed(kiosk: AttendancePage, ...wanted: readonly string[]): Promise<void> {
  const seen = async () => (await names(kiosk)).map((line) => wanted.find((name) => line.includes(name)) ?? line);
  await expect.poll(seen, PATIENCE).toEqual(wanted);
}

/** Of the log, without times. */
async function entries(kiosk: AttendancePage): Promise<string[]> {
  await kiosk.go('records');
  await button(kiosk, 'Log').click();
  await kiosk.page
    .locator('records-log')
    .getByText(/entr(y|ies)$/)
    .waitFor();
  const lines = await kiosk.page.locator('records-log [role=listitem]').allTextContents();
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).sort();
}

describe('two kiosks, by their screens', () => {
  it('share once one has read the code of the other by its camera, and the other the answer', async () => {
    await first.load('settings');
    await first.page.getByLabel('Address of the database').fill(`${couch.origin}/attendance`);
    await button(first, 'Make the database').click();
    await first.page.getByText('The database is there.').waitFor(PATIENCE);
    await button(first, 'Connect').click();
    await untilShared(first, 'connected');
    await add(first, ANNA);

    await second.load('settings');
    await button(second, 'Join other kiosks').click();
    await holdUp(second.page.locator('.joining .code'));
    await first.go('settings');
    await button(first, 'Let another kiosk in').click();
    await button(first, 'Scan with the camera').click();
    const answer = first.page.locator('.admitting .code');
    await answer.waitFor(PATIENCE);
    await holdUp(answer);
    await button(second, 'Scan with the camera').click();
    await second.page.getByText('This kiosk has joined.').waitFor(PATIENCE);
    await untilNamed(second, ANNA.name);
    await add(second, BEN);
    await untilNamed(first, ANNA.name, BEN.name);
  });

  it('lose and double no check-in of people who came while the server was away', async () => {
    await checkIn(first, ANNA);
    await couch.kill();
    await checkIn(second, BEN);
    await checkIn(first, BEN);
    await couch.start();
    for (const kiosk of [first, second]) {
      await expect.poll(async () => (await entries(kiosk)).length, PATIENCE).toBe(3);
      await kiosk.page.reload();
      const log = await entries(kiosk);
      const of = ({ name }: typeof ANNA) => log.filter((entry) => entry.includes(name)).length;
      expect([log.length, of(ANNA), of(BEN)]).toEqual([3, 1, 2]);
    }
    expect(await entries(first)).toEqual(await entries(second));
  });

  it('both forget whom one removed while the other was offline, and everybody when one erases everywhere', async () => {
    await untilNamed(second, ANNA.name, BEN.name);
    await second.context.setOffline(true);
    await first.go('people');
    await first.page.getByRole('link', { name: ANNA.name }).click();
    await button(first, 'Remove this person').click();
    await button(first, 'Remove for good').click();
    await untilNamed(first, BEN.name);
    await untilNamed(second, ANNA.name, BEN.name);
    await second.context.setOffline(false);
    await untilNamed(second, BEN.name);

    await first.go('settings');
    await untilShared(first, 'connected');
    await button(first, 'Erase everything everywhere').click();
    await first.page.getByLabel('Type “erase” to go on').fill('erase');
    // The app begins anew where it has erased.
    const begun = first.page.waitForEvent('load');
    await button(first, 'Erase for good').click();
    await begun;
    await untilNamed(second);
    await untilNamed(first);
    await first.go('settings');
    await untilShared(first, 'alone');
  });
});
