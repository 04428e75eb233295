import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixturePath } from '@face-verify/testkit/node';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ADA, AttendanceOffice, textOf } from './attendance-office.ts';

const CAST = ['ada', 'bruno', 'chiyo', 'dieter', 'elif', 'finn'];

const office = new AttendanceOffice();

describe('people', () => {
  it('are enrolled by photographs once they have consented, and told which file was refused and why', async () => {
    await office.add('Ada');
    expect(await office.page.locator('person-face').count()).toBe(0);
    await office.consent();
    await office.choosePhotographs(...ADA, fixturePath('nobody.jpg'), fixturePath('README.md'));
    await office.enrolled();
    const files = await office.page.locator('person-face .files li').allTextContents();
    expect(files.map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
      '✓ ada-front.jpg Used',
      '✓ ada-smiling.jpg Used',
      '✕ nobody.jpg No face is found.',
      '✕ README.md It cannot be read as a photograph.',
    ]);
    await office.link('All people').click();
    await office.inList('Ada').getByText('Face enrolled').waitFor();
  });

  it('are enrolled before the camera once they have agreed there as well', async () => {
    await office.add('Ada');
    await office.consent();
    await office.page.getByText(/^Ada agreed on /).waitFor();
    await office.page.getByLabel('I agree').check();
    await office.page.locator('face-verify').getByRole('button', { name: 'Start' }).click();
    await office.enrolled();
    expect(await office.page.getByText(/Enrolled on/).textContent()).toContain('looks of the camera');
  });

  it('who look like somebody else are named before anything is stored', async () => {
    await office.add('Ada');
    await office.consent();
    await office.choosePhotographs(...ADA);
    await office.enrolled();
    await office.add('Adele');
    await office.consent();
    await office.choosePhotographs(fixturePath('ada-turned.jpg'));
    await office.page.getByText('This face looks like that of Ada.').waitFor({ timeout: 120_000 });
    await office.button('Do not store it').click();
    await office.page.getByText('No face is enrolled.').waitFor();
    await office.choosePhotographs(fixturePath('ada-turned.jpg'));
    await office.button('They are two people: store it').click({ timeout: 120_000 });
    await office.enrolled();
    await office.device.load('people');
    await office.page.getByText('More', { exact: true }).click();
    await office.button('Find people enrolled twice').click({ timeout: 120_000 });
    await office.page.getByText('1 pair looks like one person').waitFor({ timeout: 60_000 });
  });

  it('are enrolled again from kept photographs when the model has changed', async () => {
    await office.add('Ada');
    await office.consent({ photographs: true });
    await office.choosePhotographs(...ADA);
    await office.enrolled();
    await office.page.getByText('2 photographs are kept.').waitFor();
    await office.device.prepare('outdateEnrolments');
    await office.device.load('people');
    await office.inList('Ada').getByText('Enrol again').waitFor({ timeout: 120_000 });
    await office.link(/Ada/).click();
    await office.page.getByText(/was changed since/).waitFor();
    await office.button('Enrol from kept photographs').click();
    await office.page.getByText(/was changed since/).waitFor({ state: 'detached', timeout: 120_000 });
    await office.link('All people').click();
    await office.inList('Ada').getByText('Face enrolled').waitFor();
  });

  it('lose their face when they withdraw, and get no template without consent', async () => {
    await office.add('Ada');
    await office.consent();
    await office.choosePhotographs(...ADA);
    await office.enrolled();
    await office.button('Change or withdraw').click();
    await office.page.getByLabel('A template of the face may be stored and compared').uncheck();
    await office.button('Record this consent').click();
    await office.page.getByText('✕ A template of the face may not be stored').waitFor();
    expect(await office.page.locator('person-face').count()).toBe(0);
    await office.link('All people').click();
    await office.inList('Ada').getByText('No consent').waitFor();
  });

  it('get a PIN that can be taken back, and a card that is shown once', async () => {
    await office.add('Ada', '7');
    await office.button('Set PIN').click();
    await office.page.getByLabel(/^New PIN/).fill('12');
    await office.button('Set PIN').click();
    await office.page.getByText('A PIN is four to eight digits.').waitFor();
    await office.page.getByLabel(/^New PIN/).fill('123456');
    await office.button('Set PIN').click();
    await office.page.getByText('A PIN is set.').waitFor();
    await office.button('Undo').click();
    await office.page.getByText('No PIN is set.').waitFor();
    await office.button('Issue a card').click();
    await office.page.getByRole('img', { name: 'QR code of the card' }).waitFor();
    await office.page.reload();
    await office.page.getByText(/^A card was issued on/).waitFor();
    expect(await office.page.getByRole('img', { name: 'QR code of the card' }).count()).toBe(0);
  });

  it('cannot share a number', async () => {
    await office.add('Ada', '7');
    await office.device.load('person/new');
    await office.page.getByLabel('Name', { exact: true }).fill('Ben');
    await office.page.getByLabel('Number').fill(' 7 ');
    await office.button('Save').click();
    await office.page.getByText('This is the number of Ada.').waitFor();
  });

  it('are removed with their records or without, and all at once', async () => {
    await office.device.prepare('drawRecords');
    await office.device.load('people');
    await office.page.getByLabel('Search by name or number').fill('Person 100');
    await office.link(/Person 100/).click();
    await office.button('Remove this person').click();
    await office.button('Remove for good').click();
    await office.page.getByText('99 people').waitFor();
    expect((await office.exportAll()).match(/"person":/g)?.length).toBe(5000);
    await office.device.load('people');
    await office.page.getByText('More', { exact: true }).click();
    await office.button('Remove everybody').click();
    await office.page.getByLabel('Remove the attendance records too').check();
    expect(await office.button('Remove for good').isDisabled()).toBe(true);
    await office.page.getByLabel(/to go on/).fill('remove');
    await office.button('Remove for good').click();
    await office.page.getByText('Removed 99 people.').waitFor({ timeout: 120_000 });
    await office.page.getByText(/^Nobody is here yet/).waitFor();
    // Of whom the records were kept, they are still there.
    expect((await office.exportAll()).match(/"person":/g)?.length).toBe(50);
  });
});

describe('many people', () => {
  it('come by a list and a folder that are dropped', async () => {
    const photographs = join(office.folder, 'dropped');
    const list = join(office.folder, 'dropped.csv');
    for (const name of ['Ada', 'Dieter']) {
      mkdirSync(join(photographs, name), { recursive: true });
      copyFileSync(fixturePath(`${name.toLowerCase()}-front.jpg`), join(photographs, name, '1.jpg'));
    }
    writeFileSync(list, 'Name\r\nAda\r\nDieter\r\nChiyo\r\n');
    await office.device.load('import');
    await office.drop(office.page.locator('import-view .list'), list);
    await office.drop(office.page.locator('import-view .folder'), photographs);
    await office.page.getByText('3 new').waitFor();
    await office.page.getByRole('checkbox', { name: /I hold the consent/ }).check();
    await office.button('Import 3 people, enrol 2 faces').waitFor();
  });

  it('come by a list and a folder, stop, and go on after a reload with whoever is left', async () => {
    const photographs = join(office.folder, 'class');
    const list = join(office.folder, 'list.csv');
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
      await office.device.load('import');
      await office.page.locator('import-view .list input').setInputFiles(list);
      await office.page.locator('import-view .folder input').setInputFiles(photographs);
      await office.page.locator('import-report').waitFor();
    };

    await choose();
    const totals = await office.page.locator('import-report .totals .badge').allTextContents();
    expect(totals).toEqual(['1 refused', '200 new', '1 repeated']);
    await office.page.getByRole('checkbox', { name: /I hold the consent/ }).check();
    await office.button('Import 200 people, enrol 200 faces').click({ timeout: 120_000 });
    await office.page.getByText(/\b[1-9]\d* of 200/).waitFor({ timeout: 120_000 });
    await office.page.reload();
    await choose();
    const left = await office.page.getByRole('button', { name: /^Enrol \d+ faces$/ }).textContent({ timeout: 120_000 });
    expect(Number(left?.match(/\d+/)?.[0])).toBeLessThan(200);
    await office.page.getByRole('button', { name: /^Enrol \d+ faces$/ }).click();
    await office.page.locator('import-progress section[data-phase=done]').waitFor({ timeout: 400_000 });
    const download = office.page.waitForEvent('download');
    await office.button('Report of what was refused (CSV)').click();
    const report = await textOf(download);
    expect(report).toContain('Pupil 200,200,1.jpg,No face is found.');
    expect(report).not.toMatch(/Pupil [1-6],/);
    await office.link('See the people').click();
    await office.page.getByLabel('State').selectOption('Face enrolled');
    await office.page.getByText('6 people of 200 people').waitFor();
  }, 600_000);
});
