import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '@face-verify/headless';
import { fixturePath } from '@face-verify/testkit/node';
import type { Browser, Download, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { AttendancePage } from './attendance-page.ts';
import { writeCameraFilm } from './camera-film.ts';

/** Photographs of one rendered person. */
export const ADA = ['ada-front.jpg', 'ada-smiling.jpg'].map(fixturePath);

/** The office of the attendance check-in as somebody uses it, before a filmed camera: on a new device for each test. */
export class AttendanceOffice {
  declare device: AttendancePage;
  /** For files, until the last test has ended. */
  declare folder: string;
  declare readonly openDevice: () => Promise<AttendancePage>;

  /** For all tests of a file. */
  constructor() {
    let browser: Browser;
    this.openDevice = () => AttendancePage.open(browser, inject('builtSite').origin);
    beforeAll(async () => {
      this.folder = mkdtempSync(join(tmpdir(), 'face-verify-office-'));
      const film = join(this.folder, 'ada.mjpeg');
      await writeCameraFilm(film, [['ada-front.jpg', 90]]);
      // The site is built when it is asked for first.
      await fetch(inject('builtSite').origin);
      browser = await launchChromium({
        flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
      });
    });
    afterAll(async () => {
      await browser.close();
      rmSync(this.folder, { recursive: true });
    });
    beforeEach(async () => {
      this.device = await this.openDevice();
    });
    afterEach(() => this.device.close());
  }

  get page(): Page {
    return this.device.page;
  }

  /** Goes on at another device, where nobody is yet. */
  async changeDevice(): Promise<void> {
    await this.device.close();
    this.device = await this.openDevice();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  async told(text: string): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: text }).first().waitFor();
  }

  inList(name: string): Locator {
    return this.page.locator('people-view [role=listitem]').filter({ hasText: name });
  }

  /** Adds somebody by name; shows their page. */
  async add(name: string, number = ''): Promise<void> {
    await this.device.load('person/new');
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('Number').fill(number);
    await this.button('Save').click();
    await this.page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  async consent({ photographs = false } = {}): Promise<void> {
    await this.page.getByLabel('A template of the face may be stored and compared').check();
    if (photographs) await this.page.getByLabel('The photographs may be kept too').check();
    await this.button('Record this consent').click();
    await this.button('By photographs').waitFor({ timeout: 120_000 });
  }

  async choosePhotographs(...files: readonly string[]): Promise<void> {
    await this.button('By photographs').click();
    await this.page.locator('person-face input[type=file]').setInputFiles([...files]);
  }

  /** Drops files and folders, as dragged from a window of the system. */
  async drop(place: Locator, ...paths: readonly string[]): Promise<void> {
    await place.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const protocol = await this.device.context.newCDPSession(this.page);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await protocol.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
    }
    await protocol.detach();
  }

  async enrolled(): Promise<void> {
    await this.page.getByText(/^\s*Enrolled on .* from/).waitFor({ timeout: 120_000 });
  }

  /** People and records as a file has them. */
  async exportAll(): Promise<string> {
    await this.device.load('records');
    await this.button('Files').click();
    const download = this.page.waitForEvent('download');
    await this.button('People and records (JSON)').click();
    return textOf(download);
  }
}

/** What somebody has downloaded. */
export async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), 'utf8');
}
