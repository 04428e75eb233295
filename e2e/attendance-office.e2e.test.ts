import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@face-verify/headless';
import { fixturePath } from '@face-verify/testkit/node';
import type { Browser, Download, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AttendancePage } from './attendance-page.ts';
import { axeViolations } from './axe-violations.ts';
import { writeCameraFilm } from './camera-film.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

const ADA = ['ada-front.jpg', 'ada-smiling.jpg'].map(fixturePath);
const PASSPHRASE = 'four words nobody knows';
const CAST = ['ada', 'bruno', 'chiyo', 'dieter', 'elif', 'finn'];

let folder: string;
let demo: DemoServer;
let browser: Browser;
let device: AttendancePage;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-office-'));
  const film = join(folder, 'ada.mjpeg');
  await writeCameraFilm(film, [['ada-front.jpg', 90]]);
  demo = await startDemo();
  // The engine is built when it is asked for first.
  await fetch(`${demo.origin}/face-verify/manifest.json`);
  browser = await launchChromium({
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
});

afterAll(async () => {
  await browser.close();
  await demo.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  device = await AttendancePage.open(browser, demo.origin);
  page = device.page;
});

afterEach(() => device.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true });
const told = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
const inList = (name: string) => page.locator('people-view [role=listitem]').filter({ hasText: name });

/** Adds somebody by name; shows their page. */
async function add(name: string, number = ''): Promise<void> {
  await device.load('person/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Number').fill(number);
  await button('Save').click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function consent({ photographs = false } = {}): Promise<void> {
  await page.getByLabel('A template of the face may be stored and compared').check();
  if (photographs) await page.getByLabel('The photographs may be kept too').check();
  await button('Record this consent').click();
  await button('By photographs').waitFor({ timeout: 120_000 });
}

async function choosePhotographs(...files: readonly string[]): Promise<void> {
  await button('By photographs').click();
  await page.locator('person-face input[type=file]').setInputFiles([...files]);
}

async function enrolled(): Promise<void> {
  await page.getByText(/^\s*Enrolled on .* from/).waitFor({ timeout: 120_000 });
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), 'utf8');
}

/** People and records as a file has them. */
async function exportAll(): Promise<string> {
  await device.load('records');
  await button('Files').click();
  const download = page.waitForEvent('download');
  await button('People and records (JSON)').click();
  return textOf(download);
}

describe('people', () => {
  it('are enrolled by photographs once they have consented, and told which file was refused and why', async () => {
    await add('Ada');
    expect(await page.locator('person-face').count()).toBe(0);
    await consent();
    await choosePhotographs(...ADA, fixturePath('nobody.jpg'), fixturePath('README.md'));
    await enrolled();
    const files = await page.locator('person-face .files li').allTextContents();
    expect(files.map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
      '✓ ada-front.jpg Used',
      '✓ ada-smiling.jpg Used',
      '✕ nobody.jpg No face is found.',
      '✕ README.md It cannot be read as a photograph.',
    ]);
    await link('All people').click();
    await inList('Ada').getByText('Face enrolled').waitFor();
  });

  it('are enrolled before the camera once they have agreed there as well', async () => {
    await add('Ada');
    await consent();
    await page.getByText(/^Ada agreed on /).waitFor();
    await page.getByLabel('I agree').check();
    await page.locator('face-verify').getByRole('button', { name: 'Start' }).click();
    await enrolled();
    expect(await page.getByText(/Enrolled on/).textContent()).toContain('looks of the camera');
  });

  it('who look like somebody else are named before anything is stored', async () => {
    await add('Ada');
    await consent();
    await choosePhotographs(...ADA);
    await enrolled();
    await add('Adele');
    await consent();
    await choosePhotographs(fixturePath('ada-turned.jpg'));
    await page.getByText('This face looks like that of Ada.').waitFor({ timeout: 120_000 });
    await button('Do not store it').click();
    await page.getByText('No face is enrolled.').waitFor();
    await choosePhotographs(fixturePath('ada-turned.jpg'));
    await button('They are two people: store it').click({ timeout: 120_000 });
    await enrolled();
    await device.load('people');
    await page.getByText('More', { exact: true }).click();
    await button('Find people enrolled twice').click({ timeout: 120_000 });
    await page.getByText('1 pair looks like one person').waitFor({ timeout: 60_000 });
  });

  it('are enrolled again from kept photographs when the model has changed', async () => {
    await add('Ada');
    await consent({ photographs: true });
    await choosePhotographs(...ADA);
    await enrolled();
    await page.getByText('2 photographs are kept.').waitFor();
    await device.prepare('outdate-enrolments');
    await device.load('people');
    await inList('Ada').getByText('Enrol again').waitFor({ timeout: 120_000 });
    await link(/Ada/).click();
    await page.getByText(/was changed since/).waitFor();
    await button('Enrol from kept photographs').click();
    await page.getByText(/was changed since/).waitFor({ state: 'detached', timeout: 120_000 });
    await link('All people').click();
    await inList('Ada').getByText('Face enrolled').waitFor();
  });

  it('lose their face when they withdraw, and get no template without consent', async () => {
    await add('Ada');
    await consent();
    await choosePhotographs(...ADA);
    await enrolled();
    await button('Change or withdraw').click();
    await page.getByLabel('A template of the face may be stored and compared').uncheck();
    await button('Record this consent').click();
    await page.getByText('✕ A template of the face may not be stored').waitFor();
    expect(await page.locator('person-face').count()).toBe(0);
    await link('All people').click();
    await inList('Ada').getByText('No consent').waitFor();
  });

  it('get a PIN that can be taken back, and a card that is shown once', async () => {
    await add('Ada', '7');
    await button('Set PIN').click();
    await page.getByLabel(/^New PIN/).fill('12');
    await button('Set PIN').click();
    await page.getByText('A PIN is four to eight digits.').waitFor();
    await page.getByLabel(/^New PIN/).fill('123456');
    await button('Set PIN').click();
    await page.getByText('A PIN is set.').waitFor();
    await button('Undo').click();
    await page.getByText('No PIN is set.').waitFor();
    await button('Issue a card').click();
    await page.getByRole('img', { name: 'QR code of the card' }).waitFor();
    await page.reload();
    await page.getByText(/^A card was issued on/).waitFor();
    expect(await page.getByRole('img', { name: 'QR code of the card' }).count()).toBe(0);
  });

  it('cannot share a number', async () => {
    await add('Ada', '7');
    await device.load('person/new');
    await page.getByLabel('Name', { exact: true }).fill('Ben');
    await page.getByLabel('Number').fill(' 7 ');
    await button('Save').click();
    await page.getByText('This is the number of Ada.').waitFor();
  });

  it('are removed with their records or without, and all at once', async () => {
    await device.prepare('draw-records');
    await device.load('people');
    await page.getByLabel('Search by name or number').fill('Person 100');
    await link(/Person 100/).click();
    await button('Remove this person').click();
    await button('Remove for good').click();
    await page.getByText('99 people').waitFor();
    expect((await exportAll()).match(/"person":/g)?.length).toBe(5000);
    await device.load('people');
    await page.getByText('More', { exact: true }).click();
    await button('Remove everybody').click();
    await page.getByLabel('Remove the attendance records too').check();
    expect(await button('Remove for good').isDisabled()).toBe(true);
    await page.getByLabel(/to go on/).fill('remove');
    await button('Remove for good').click();
    await page.getByText('Removed 99 people.').waitFor({ timeout: 120_000 });
    await page.getByText(/^Nobody is here yet/).waitFor();
    // Of whom the records were kept, they are still there.
    expect((await exportAll()).match(/"person":/g)?.length).toBe(50);
  });
});

describe('many people', () => {
  it('come by a list and a folder, stop, and go on after a reload with whoever is left', async () => {
    const photographs = join(folder, 'class');
    const list = join(folder, 'list.csv');
    const blank = await sharp({ create: { width: 96, height: 96, channels: 3, background: '#8a8f96' } })
      .jpeg()
      .toBuffer();
    const names = Array.from({ length: 200 }, (_, i) => `Pupil ${i + 1}`);
    for (const [i, name] of names.entries()) {
      mkdirSync(join(photographs, name), { recursive: true });
      const face = CAST[i];
      if (face === undefined) writeFileSync(join(photographs, name, '1.jpg'), blank);
      else copyFileSync(fixturePath(`${face}-front.jpg`), join(photographs, name, '1.jpg'));
    }
    const rows = names.map((name, i) => `${name};${i + 1};${i % 2 === 0 ? '3a' : '3b'}`);
    writeFileSync(list, `Name;Nummer;Klasse\r\n${rows.join('\r\n')}\r\nPupil 1;1;3a\r\n;;\r\nOther;2;3a\r\n`);
    const choose = async () => {
      await device.load('import');
      await page.locator('import-view .list input').setInputFiles(list);
      await page.locator('import-view .folder input').setInputFiles(photographs);
      await page.locator('import-report').waitFor();
    };

    await choose();
    const totals = await page.locator('import-report .totals .badge').allTextContents();
    expect(totals).toEqual(['1 refused', '200 new', '1 repeated']);
    await page.getByRole('checkbox', { name: /I hold the consent/ }).check();
    await button('Import 200 people, enrol 200 faces').click({ timeout: 120_000 });
    await page.getByText(/\b[1-9]\d* of 200/).waitFor({ timeout: 120_000 });
    await page.reload();
    await choose();
    const left = await page.getByRole('button', { name: /^Enrol \d+ faces$/ }).textContent({ timeout: 120_000 });
    expect(Number(left?.match(/\d+/)?.[0])).toBeLessThan(200);
    await page.getByRole('button', { name: /^Enrol \d+ faces$/ }).click();
    await page.locator('import-progress section[data-phase=done]').waitFor({ timeout: 400_000 });
    const download = page.waitForEvent('download');
    await button('Report of what was refused (CSV)').click();
    const report = await textOf(download);
    expect(report).toContain('Pupil 200,200,1.jpg,No face is found.');
    expect(report).not.toMatch(/Pupil [1-6],/);
    await link('See the people').click();
    await page.getByLabel('State').selectOption('Face enrolled');
    await page.getByText('6 people of 200 people').waitFor();
  }, 600_000);
});

describe('records', () => {
  it('stay quick with 5,000 of them: only what is in sight is drawn', async () => {
    await device.prepare('draw-records');
    await device.load('records');
    await button('Log').click();
    await page.getByText('5,000 entries').waitFor({ timeout: 60_000 });
    await page.locator('records-log [role=listitem]').first().waitFor();
    expect(await page.locator('records-log [role=listitem]').count()).toBeLessThan(100);
    await page.getByLabel('Search by name or number').fill('Person 100');
    await page.getByText('50 entries').waitFor();
  });

  it('are corrected beside what was recorded, with a reason and a name', async () => {
    await device.prepare('draw-records');
    await device.load('records');
    await button('The day before').click();
    await page.locator('arrivals-chart svg').waitFor({ timeout: 60_000 });
    await page.locator('records-day .counts').getByText('100').waitFor();
    await page
      .locator('records-day .line')
      .filter({ hasText: /^\s*Person 1\s/ })
      .click();
    await button('Change').first().click();
    await page.getByLabel('Time', { exact: true }).fill('07:30');
    await button('Record the correction').click();
    await page.getByText('A reason is needed.').waitFor();
    await page.getByLabel('Reason').fill('the queue was long');
    await page.getByLabel('Corrected by').fill('Front desk');
    await button('Record the correction').click();
    await page.getByText(/^Changed: 7:30\sAM came in. Front desk, .*: the queue was long$/).waitFor();
    await page.getByText(/^First recorded: 8:00\sAM came in, by face$/).waitFor();
    await button('Strike out').last().click();
    await page.getByLabel('Reason').fill('somebody else');
    await button('Record the correction').click();
    await page.getByText('Does not count').waitFor();
    await button('Close').click();
    await page.locator('records-day .line').filter({ hasText: 'Corrected' }).getByText('7:30').waitFor();
  });

  it('are the same people and records after an export and an import on another device', async () => {
    await device.prepare('draw-records');
    const exported = await exportAll();
    const table = page.waitForEvent('download');
    await button('Records (CSV)').click();
    const csv = await textOf(table);
    const json = join(folder, 'attendance.json');
    writeFileSync(json, exported);
    writeFileSync(join(folder, 'records.csv'), csv);
    await device.close();
    device = await AttendancePage.open(browser, demo.origin);
    page = device.page;
    await device.load('records');
    await button('Files').click();
    await page.locator('records-files input[type=file]').setInputFiles(json);
    await button('Import').click({ timeout: 60_000 });
    await told('Imported: 100 people, 5,000 entries.');
    await page.locator('records-files input[type=file]').setInputFiles(join(folder, 'records.csv'));
    await page.getByText('5,000 here already').waitFor({ timeout: 60_000 });
    await page.getByText('Nothing is to be imported.').waitFor();
    const again = page.waitForEvent('download');
    await button('People and records (JSON)').click();
    expect(await textOf(again)).toBe(exported);
  });
});

describe('settings', () => {
  it('say what a threshold means for this roster, and can be taken back', async () => {
    await add('Ada');
    await consent();
    await choosePhotographs(...ADA);
    await enrolled();
    await device.go('settings');
    await page
      .getByText(/^With 1 person enrolled: at most none of 1,000/)
      .first()
      .waitFor();
    await page.getByRole('radio', { name: /in 1,000 comparisons/ }).check();
    await told('Saved.');
    await button('Undo').click();
    await expect.poll(() => page.getByRole('radio', { name: /in 10,000 comparisons/ }).isChecked()).toBe(true);
    await page.getByLabel('Language').selectOption('Deutsch');
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  });

  it('ask before a shorter time removes records', async () => {
    await device.prepare('draw-records');
    await device.load('settings');
    await page.getByLabel('Keep records for').selectOption('7 days');
    await page.getByText(/records are older and are removed at once/).waitFor();
    await button('Cancel').click();
    expect(await page.getByLabel('Keep records for').inputValue()).toBe('365');
    await page.getByLabel('Keep records for').selectOption('7 days');
    await button('Remove them').click();
    await told('Saved.');
    expect((await exportAll()).match(/"person":/g)?.length).toBe(7 * 200);
    await device.go('privacy');
    await page.getByText(/Records of attendance: 7 days/).waitFor();
  });

  it('back everything up, and restore it on another device with the passphrase alone', async () => {
    await add('Ada', '7');
    await consent();
    await choosePhotographs(...ADA);
    await enrolled();
    await device.go('settings');
    const passphrases = page.locator('settings-backup .make input');
    await passphrases.first().fill('too short');
    await button('Make a backup').click();
    await page.getByText(/^A passphrase has at least 15/).waitFor();
    for (const input of await passphrases.all()) await input.fill(PASSPHRASE);
    const download = page.waitForEvent('download');
    await button('Make a backup').click();
    const backup = await (await download).path();
    const kept = join(folder, 'kept.backup');
    copyFileSync(backup, kept);
    await device.close();
    device = await AttendancePage.open(browser, demo.origin);
    page = device.page;
    await device.load('settings');
    await page.locator('settings-backup input[type=file]').setInputFiles(kept);
    await page.locator('settings-backup .restore input[type=password]').fill('another passphrase');
    await button('Restore').click();
    await told('This is no backup');
    await page.locator('settings-backup .restore input[type=password]').fill(PASSPHRASE);
    await button('Restore').click();
    await told('Restored: 1 person');
    await device.go('people');
    await inList('Ada').getByText('Face enrolled').waitFor({ timeout: 120_000 });
  });

  it('let another kiosk in by a code each way', async () => {
    const other = await AttendancePage.open(browser, demo.origin);
    await other.load('settings');
    await other.page.locator('settings-kiosks .join').click();
    const request = await other.page.locator('.joining [data-code]').getAttribute('data-code');
    await device.load('settings');
    await page.locator('settings-kiosks .admit').click();
    await page.getByLabel('Code of the other kiosk').fill('something else');
    await button('Go on').click();
    await told('This code is of something else');
    await page.getByLabel('Code of the other kiosk').fill(request ?? '');
    await button('Go on').click();
    const answer = await page.locator('.admitting [data-code]').getAttribute('data-code');
    await other.page.getByLabel('Answer of the other kiosk').fill(answer ?? '');
    await other.page.getByRole('button', { name: 'Go on' }).click();
    await other.page.getByText('This kiosk has joined.').waitFor();
    await other.close();
  });

  it('erase everything on this device once the word is typed', async () => {
    await add('Ada');
    await device.go('settings');
    await button('Erase everything on this device').click();
    expect(await button('Erase for good').isDisabled()).toBe(true);
    await page.getByLabel(/to go on/).fill('erase');
    await button('Erase for good').click();
    await page.waitForEvent('load');
    await device.go('people');
    await page.getByText(/^Nobody is here yet/).waitFor();
  });
});

describe('every screen', () => {
  it.each(['en', 'de', 'nl', 'ar'])(
    'has nothing that axe objects to, moves nothing, and fits a phone, in %s',
    async (language) => {
      await device.prepare('draw-records');
      await device.load('settings');
      await page.locator('settings-attendance [name=language]').selectOption(language);
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
      await page.setViewportSize({ width: 390, height: 844 });
      for (const [place, ready] of [
        ['people', 'people-view [role=listitem]'],
        ['person/new', 'person-details form'],
        ['import', 'import-view file-drop'],
        ['records', 'records-day .line'],
        ['settings', 'settings-erase .danger'],
        ['privacy', 'privacy-view section'],
      ] as const) {
        await device.load(place);
        await page.locator(ready).first().waitFor({ timeout: 60_000 });
        const violations = await axeViolations(page);
        const found = await page.evaluate(() => ({
          widthPx: document.documentElement.scrollWidth,
          shifted: Math.round((window.shifted ?? 0) * 1000) / 1000,
        }));
        expect({ place, violations, ...found }).toEqual({ place, violations: [], widthPx: 390, shifted: 0 });
      }
    },
  );
});
