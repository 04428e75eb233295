import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADA, AttendanceOffice, textOf } from './attendance-office.ts';
import { axeViolations } from './axe-violations.ts';

const PASSPHRASE = 'four words nobody knows';

const office = new AttendanceOffice();

describe('records', () => {
  it('stay quick with 5,000 of them: only what is in sight is drawn', async () => {
    await office.device.prepare('drawRecords');
    await office.device.load('records');
    await office.button('Log').click();
    await office.page.getByText('5,000 entries').waitFor({ timeout: 60_000 });
    await office.page.locator('records-log [role=listitem]').first().waitFor();
    expect(await office.page.locator('records-log [role=listitem]').count()).toBeLessThan(100);
    await office.page.getByLabel('Search by name or number').fill('Person 100');
    await office.page.getByText('50 entries').waitFor();
  });

  it('are corrected beside what was recorded, with a reason and a name', async () => {
    await office.device.prepare('drawRecords');
    await office.device.load('records');
    await office.button('The day before').click();
    await office.page.locator('arrivals-chart svg').waitFor({ timeout: 60_000 });
    await office.page.locator('records-day .counts').getByText('100').waitFor();
    await office.page
      .locator('records-day .line')
      .filter({ hasText: /^\s*Person 1\s/ })
      .click();
    await office.button('Change').first().click();
    await office.page.getByLabel('Time', { exact: true }).fill('07:30');
    await office.button('Record the correction').click();
    await office.page.getByText('A reason is needed.').waitFor();
    await office.page.getByLabel('Reason').fill('the queue was long');
    await office.page.getByLabel('Corrected by').fill('Front desk');
    await office.button('Record the correction').click();
    await office.page.getByText(/^Changed: 7:30\sAM came in. Front desk, .*: the queue was long$/).waitFor();
    await office.page.getByText(/^First recorded: 8:00\sAM came in, by face$/).waitFor();
    await office.button('Strike out').last().click();
    await office.page.getByLabel('Reason').fill('somebody else');
    await office.button('Record the correction').click();
    await office.page.getByText('Does not count').waitFor();
    await office.button('Close').click();
    await office.page.locator('records-day .line').filter({ hasText: 'Corrected' }).getByText('7:30').waitFor();
  });

  it('are the same people and records after an export and an import on another device', async () => {
    await office.device.prepare('drawRecords');
    const exported = await office.exportAll();
    const table = office.page.waitForEvent('download');
    await office.button('Records (CSV)').click();
    const csv = await textOf(table);
    const json = join(office.folder, 'attendance.json');
    writeFileSync(json, exported);
    writeFileSync(join(office.folder, 'records.csv'), csv);
    await office.changeDevice();
    await office.device.load('records');
    await office.button('Files').click();
    await office.page.locator('records-files input[type=file]').setInputFiles(json);
    await office.button('Import').click({ timeout: 60_000 });
    await office.told('Imported: 100 people, 5,000 entries.');
    await office.page.locator('records-files input[type=file]').setInputFiles(join(office.folder, 'records.csv'));
    await office.page.getByText('5,000 here already').waitFor({ timeout: 60_000 });
    await office.page.getByText('Nothing is to be imported.').waitFor();
    const again = office.page.waitForEvent('download');
    await office.button('People and records (JSON)').click();
    expect(await textOf(again)).toBe(exported);
  });
});

describe('settings', () => {
  it('say what a threshold means for this roster, and can be taken back', async () => {
    await office.add('Ada');
    await office.consent();
    await office.choosePhotographs(...ADA);
    await office.enrolled();
    await office.device.go('settings');
    await office.page
      .getByText(/^With 1 person enrolled: at most none of 1,000/)
      .first()
      .waitFor();
    await office.page.getByRole('radio', { name: /in 1,000 comparisons/ }).check();
    await office.told('Saved.');
    await office.button('Undo').click();
    await expect.poll(() => office.page.getByRole('radio', { name: /in 10,000 comparisons/ }).isChecked()).toBe(true);
    await office.page.getByLabel('Language').selectOption('Deutsch');
    await office.page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    expect(await office.page.evaluate(() => document.documentElement.lang)).toBe('de');
  });

  it('ask before a shorter time removes records', async () => {
    await office.device.prepare('drawRecords');
    await office.device.load('settings');
    await office.page.getByLabel('Keep records for').selectOption('7 days');
    await office.page.getByText(/records are older and are removed at once/).waitFor();
    await office.button('Cancel').click();
    expect(await office.page.getByLabel('Keep records for').inputValue()).toBe('365');
    await office.page.getByLabel('Keep records for').selectOption('7 days');
    await office.button('Remove them').click();
    await office.told('Saved.');
    expect((await office.exportAll()).match(/"person":/g)?.length).toBe(7 * 200);
    await office.device.go('privacy');
    await office.page.getByText(/Records of attendance: 7 days/).waitFor();
  });

  it('back everything up, and restore it on another device with the passphrase alone', async () => {
    await office.add('Ada', '7');
    await office.consent();
    await office.choosePhotographs(...ADA);
    await office.enrolled();
    await office.device.go('settings');
    const passphrases = office.page.locator('settings-backup .make input');
    await passphrases.first().fill('too short');
    await office.button('Make a backup').click();
    await office.page.getByText(/^A passphrase has at least 15/).waitFor();
    for (const input of await passphrases.all()) await input.fill(PASSPHRASE);
    const download = office.page.waitForEvent('download');
    await office.button('Make a backup').click();
    const backup = await (await download).path();
    const kept = join(office.folder, 'kept.backup');
    copyFileSync(backup, kept);
    await office.changeDevice();
    await office.device.load('settings');
    await office.page.locator('settings-backup input[type=file]').setInputFiles(kept);
    await office.page.locator('settings-backup .restore input[type=password]').fill('another passphrase');
    await office.button('Restore').click();
    await office.told('This is no backup');
    await office.page.locator('settings-backup .restore input[type=password]').fill(PASSPHRASE);
    await office.button('Restore').click();
    await office.told('Restored: 1 person');
    await office.device.go('people');
    await office.inList('Ada').getByText('Face enrolled').waitFor({ timeout: 120_000 });
  });

  it('let another kiosk in by a code each way', async () => {
    const other = await office.openDevice();
    await other.load('settings');
    await other.page.locator('settings-kiosks .join').click();
    const request = await other.page.locator('.joining [data-code]').getAttribute('data-code');
    await office.device.load('settings');
    await office.page.locator('settings-kiosks .admit').click();
    await office.page.getByLabel('Code of the other kiosk').fill('something else');
    await office.button('Go on').click();
    await office.told('This code is of something else');
    await office.page.getByLabel('Code of the other kiosk').fill(request ?? '');
    await office.button('Go on').click();
    const answer = await office.page.locator('.admitting [data-code]').getAttribute('data-code');
    await other.page.getByLabel('Answer of the other kiosk').fill(answer ?? '');
    await other.page.getByRole('button', { name: 'Go on' }).click();
    await other.page.getByText('This kiosk has joined.').waitFor();
    await other.close();
  });

  it('erase everything on this device once the word is typed', async () => {
    await office.add('Ada');
    await office.device.go('settings');
    await office.button('Erase everything on this device').click();
    expect(await office.button('Erase for good').isDisabled()).toBe(true);
    await office.page.getByLabel(/to go on/).fill('erase');
    await office.button('Erase for good').click();
    await office.page.waitForEvent('load');
    await office.device.go('people');
    await office.page.getByText(/^Nobody is here yet/).waitFor();
  });
});

describe('every screen', () => {
  it.each(['en', 'de', 'nl', 'ar'])(
    'has nothing that axe objects to, moves nothing, and fits a phone, in %s',
    async (language) => {
      await office.device.prepare('drawRecords');
      await office.device.load('settings');
      await office.page.locator('settings-attendance [name=language]').selectOption(language);
      await expect.poll(() => office.page.evaluate(() => document.documentElement.lang)).toBe(language);
      await office.page.setViewportSize({ width: 390, height: 844 });
      for (const [place, ready] of [
        ['people', 'people-view [role=listitem]'],
        ['person/new', 'person-details form'],
        ['import', 'import-view file-drop'],
        ['records', 'records-day .line'],
        ['settings', 'settings-erase .danger'],
        ['privacy', 'privacy-view section'],
      ] as const) {
        await office.device.load(place);
        await office.page.locator(ready).first().waitFor({ timeout: 60_000 });
        const violations = await axeViolations(office.page);
        const found = await office.page.evaluate(() => ({
          widthPx: document.documentElement.scrollWidth,
          shifted: Math.round((window.shifted ?? 0) * 1000) / 1000,
        }));
        expect({ place, violations, ...found }).toEqual({ place, violations: [], widthPx: 390, shifted: 0 });
      }
    },
  );
});
