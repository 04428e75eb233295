import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeCameraFilm } from './camera-film.ts';
import type {} from './element-page/page-api.ts';
import { type PageServer, servePage } from './serve-page.ts';
import { renderedPeople } from './serve-sdk-page.ts';

type Person = 'ada' | 'dieter';

/** Three seconds, then again: no two frames are alike. */
const FRAMES = 90;

let folder: string;
let server: PageServer;
let browsers: Readonly<Record<Person, Browser>>;
let context: BrowserContext;
let foreign: ForeignRequests;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-element-'));
  server = await servePage('element-page', renderedPeople());
  browsers = { ada: await browserThatSees('ada'), dieter: await browserThatSees('dieter') };
});

afterEach(async () => {
  await context.close();
  foreign.assertNone();
});

afterAll(async () => {
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
  await server.close();
  rmSync(folder, { recursive: true });
});

async function browserThatSees(person: Person): Promise<Browser> {
  const film = join(folder, `${person}.mjpeg`);
  await writeCameraFilm(film, [[`${person}-front.jpg`, FRAMES]]);
  return launchChromium({
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
}

async function openPage(person: Person, attributes = '', permissions = ['camera']): Promise<Page> {
  context = await browsers[person].newContext({ permissions });
  foreign = await ForeignRequests.watch(context, server.origin);
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.evaluate((text) => {
    const template = document.createElement('template');
    template.innerHTML = `<face-verify ${text}></face-verify>`;
    const given = template.content.firstElementChild as Element;
    for (const { name, value } of given.attributes) document.querySelector('face-verify')?.setAttribute(name, value);
  }, attributes);
  await expect.poll(() => told(page)).toContain('ready ready');
  return page;
}

function told(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.elementPage?.told ?? []);
}

/** How an attempt ends. */
async function outcome(page: Page): Promise<string | undefined> {
  const end = /^(?:finished|failed|cancelled) /;
  await expect.poll(async () => (await told(page)).some((event) => end.test(event)), { timeout: 120_000 }).toBe(true);
  return (await told(page)).find((event) => end.test(event));
}

const said = (page: Page, text: string) => page.getByRole('status').getByText(text, { exact: true }).waitFor();

const liveTracks = (page: Page) =>
  page.evaluate(
    () =>
      window.elementPage?.streams
        .flatMap((stream) => stream.getTracks())
        .filter(({ readyState }) => readyState === 'live').length,
  );

describe('before a camera', () => {
  it('Ada enrols by keyboard alone, and is matched with her template; nothing below moves, the camera goes off', async () => {
    const page = await openPage('ada', 'mode="enrol"');
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.evaluate(() => Object.assign(window.elementPage ?? {}, { shiftsBelow: 0 }));
    const agree = page.getByRole('checkbox', { name: 'I agree' });
    await agree.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await outcome(page)).toBe('finished enrolled');
    expect(await liveTracks(page)).toBe(0);
    await said(page, 'Registered');
    expect(await page.evaluate(() => window.elementPage?.shiftsBelow)).toBe(0);

    await page.evaluate(() => {
      const element = document.querySelector('face-verify');
      Object.assign(element ?? {}, { mode: 'verify', reference: window.elementPage?.template });
      window.elementPage?.told.splice(0);
    });
    await page.keyboard.press('Enter');
    expect(await outcome(page)).toBe('finished match');
    await said(page, 'Confirmed');
    expect(errors).toEqual([]);
  });

  it('Dieter is not matched with a photograph of Ada', async () => {
    const page = await openPage('dieter', 'reference="/rendered/ada-smiling.jpg"');
    await page.getByRole('button', { name: 'Start' }).click();
    expect(await outcome(page)).toBe('finished non-match');
    await said(page, 'Not confirmed');
    expect(await page.locator('face-verify').evaluate((element) => element.matches(':state(non-match)'))).toBe(true);
  });

  it('a challenge that is not met is no match', async () => {
    const page = await openPage('ada', 'reference="/rendered/ada-smiling.jpg" liveness');
    await page.getByRole('button', { name: 'Start' }).click();
    expect(await outcome(page)).toBe('finished inconclusive');
  });
});

describe('a camera', () => {
  it('that is denied is said, with the other way beside it, and nothing takes its place', async () => {
    const page = await openPage('ada', 'reference="/rendered/ada-smiling.jpg"', []);
    await page.getByRole('button', { name: 'Start' }).click();
    await said(page, 'The camera is not allowed');
    expect(await told(page)).toContain('camera-failed camera-permission-denied');
    expect(await page.getByRole('link', { name: 'Use a PIN' }).isVisible()).toBe(true);
  });

  it('that arrives after the element was taken away is turned off', async () => {
    const page = await openPage('ada', 'mode="capture"');
    await page.evaluate(() => {
      const { elementPage } = window;
      if (elementPage === undefined) return;
      let open = () => {};
      elementPage.gate = new Promise((resolve) => {
        open = resolve;
      });
      Object.assign(window, { openGate: open });
    });
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await page.evaluate(() => {
      document.querySelector('face-verify')?.remove();
      (window as unknown as { openGate(): void }).openGate();
    });
    await expect.poll(() => page.evaluate(() => window.elementPage?.streams.length)).toBe(1);
    await expect.poll(() => liveTracks(page)).toBe(0);
    expect(await told(page)).not.toContain('finished captured');
  });

  it('is opened once where the element is moved in the page meanwhile, and the session goes on', async () => {
    const page = await openPage('ada', 'mode="capture"');
    await page.getByRole('button', { name: 'Start' }).click();
    await page.evaluate(() => {
      const element = document.querySelector('face-verify');
      if (element !== null) document.querySelector('aside')?.append(element);
    });
    expect(await outcome(page)).toBe('finished captured');
    expect(await page.evaluate(() => window.elementPage?.streams.length)).toBe(1);
    expect(await liveTracks(page)).toBe(0);
  });
});
