import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RgbImage } from '@face-verify/core';
import { ForeignRequests, launchChromium } from '@face-verify/headless';
import type { Browser, BrowserContext, Page } from 'playwright';
import encodeQr from 'qr';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations } from './axe-violations.ts';
import { type Take, writeCameraFilm } from './camera-film.ts';

/** What the page's app holds, as far as a test uses it. */
interface StoreInPage {
  readonly settings: { readonly current: { readonly current: object }; save(settings: object): Promise<void> };
  readonly people: {
    readonly all: { readonly current: readonly { id: string; number: string; name: string }[] };
    save(people: readonly object[]): Promise<void>;
  };
  readonly log: { all(): Promise<{ readonly checkIns: readonly LoggedCheckIn[] }> };
}
interface LoggedCheckIn {
  readonly person: string;
  readonly direction: string;
  readonly how: string;
  readonly instant: string;
}

/** Five seconds: enough for a busy machine to look three times. */
const SCENE = 150;
const NOBODY: Take = ['nobody.jpg', 50];
const STREET: readonly Take[] = [
  ...([['demo/ada-front.jpg', SCENE], NOBODY] as const),
  ...([['demo/dieter-front.jpg', SCENE], NOBODY] as const),
  ...([['demo/stranger-front.jpg', SCENE], NOBODY] as const),
  ...([['ada-and-bruno.jpg', 90], NOBODY] as const),
  ...([['demo/gita-front.jpg', SCENE], NOBODY] as const),
];
const CARD_TEXT = 'FV-CARD-1:AAAAAAAAAAAAAAAAAAAAAA';
const PATIENCE = { timeout: 120_000, interval: 200 };

let folder: string;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'face-verify-kiosk-'));
  origin = inject('builtSite').origin;
  // Built when it is asked for first.
  await fetch(origin);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A browser whose camera sees a film, and the kiosk in it, with the people of the demonstration. */
function kiosk(name: string, takes: () => Promise<readonly Take[]> | readonly Take[], settings: object) {
  let browser: Browser;
  let context: BrowserContext;
  let foreign: ForeignRequests;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const film = join(folder, `${name}.mjpeg`);
    await writeCameraFilm(film, await takes());
    browser = await launchChromium({
      flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
    });
    context = await browser.newContext({ permissions: ['camera'], viewport: { width: 1024, height: 700 } });
    foreign = await ForeignRequests.watch(context, origin);
    page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.addInitScript(() => localStorage.setItem('attendance-demo-source', 'camera'));
    await page.goto(`${origin}/attendance/?demo`);
    await page.getByTestId('kiosk').waitFor({ timeout: 180_000 });
    await inStore(
      async (store, changes) => store.settings.save({ ...store.settings.current.current, ...changes }),
      settings,
    );
    await record(page);
  });
  afterEach(() => expect(complaints).toEqual([]));
  afterAll(async () => {
    await browser.close();
    foreign.assertNone();
  });
  /** Runs with the store of the page. */
  const inStore = <Given, Result>(act: (store: StoreInPage, given: Given) => Promise<Result>, given: Given) =>
    page.evaluate(
      ([code, given]) => {
        const app = document.querySelector('attendance-app') as unknown as { _app: { store: StoreInPage } };
        return new Function(`return (${code})`)()(app._app.store, given) as Result;
      },
      [act.toString(), given] as const,
    );
  return {
    get page() {
      return page;
    },
    get context() {
      return context;
    },
    inStore,
    /** What was shown since the page was loaded, without repetitions. */
    shown: () => page.evaluate(() => (window as unknown as { shown: string[] }).shown),
    /** Check-ins of today, by names. */
    checkIns: async () => {
      const since = new Date(Date.now() - 3_600_000).toISOString();
      return inStore(async (store, from) => {
        const names = new Map(store.people.all.current.map(({ id, name }) => [id, name]));
        const { checkIns } = await store.log.all();
        return checkIns
          .filter(({ instant }) => instant > from)
          .map(({ person, direction, how }) => `${names.get(person)} ${direction} by ${how}`);
      }, since);
    },
  };
}

/** Keeps what the kiosk shows. */
async function record(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown: string[] = [];
    Object.assign(window, { shown });
    const look = () => {
      const root = document.querySelector('attendance-app')?.shadowRoot?.querySelector('kiosk-view')?.shadowRoot;
      const box = root?.querySelector<HTMLElement>('.kiosk');
      const entry = `${box?.dataset.show}: ${root?.querySelector('.title')?.textContent ?? ''}`;
      if (shown.at(-1) !== entry) shown.push(entry);
    };
    setInterval(look, 50);
  });
}

describe('a kiosk before which people pass', () => {
  const street = kiosk('street', () => STREET, { liveness: false });

  it('checks each of three in once, knows them again, refuses a stranger, and asks two to come one by one', async () => {
    const greetings = ['Ada Lindqvist', 'Dieter Krause', 'Gita Rao'].map((name) => `greeting: ${name}`);
    await expect
      .poll(street.shown, PATIENCE)
      .toEqual(expect.arrayContaining([...greetings, 'unknown: Not found', 'several: One at a time, please']));
    await expect.poll(street.shown, PATIENCE).toContain('already: Ada Lindqvist');
    const checkIns = await street.checkIns();
    expect(checkIns.sort()).toEqual(['Ada Lindqvist in by face', 'Dieter Krause in by face', 'Gita Rao in by face']);
  });

  it('shows nothing of the attempt before to whoever opens it again', async () => {
    const { page } = street;
    await page.getByTestId('title').getByText('Ada Lindqvist').waitFor(PATIENCE);
    await page.evaluate(() => {
      location.hash = '#/privacy';
    });
    await page.getByTestId('kiosk').waitFor({ state: 'detached' });
    await page.evaluate(() => {
      location.hash = '#/kiosk';
    });
    await page.getByTestId('kiosk').waitFor();
    expect(await page.getByTestId('title').textContent()).not.toContain('Ada');
  });

  it('says that the camera is lost, and goes on by itself when it is back', async () => {
    await street.context.clearPermissions();
    await expect.poll(async () => (await street.shown()).at(-1), PATIENCE).toMatch(/^no-camera: /);
    await street.context.grantPermissions(['camera']);
    await expect.poll(async () => (await street.shown()).at(-1), PATIENCE).not.toMatch(/^no-camera/);
    await expect.poll(async () => (await street.shown()).at(-1), PATIENCE).toMatch(/^(already|greeting): /);
  });

  it('fills the screen at a button, gives it back, and goes on where the browser says no', async () => {
    const { page } = street;
    const button = page.getByRole('button', { name: 'Full screen' });
    const filled = () => page.evaluate(() => document.fullscreenElement?.tagName ?? 'nothing');
    await button.click();
    await expect.poll(filled, PATIENCE).toBe('HTML');
    await button.click();
    await expect.poll(filled, PATIENCE).toBe('nothing');
    await page.evaluate(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Permissions check failed'));
    });
    await button.click();
    await page.getByTestId('pin').click();
    await page.getByTestId('back').click();
    expect(await filled()).toBe('nothing');
  });

  it('checks somebody in by number and PIN, typed or touched, and tells no more than that they do not belong together', async () => {
    const { page } = street;
    expect(await axeViolations(page)).toEqual([]);
    await page.getByTestId('pin').click();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.type('1005');
    await page.keyboard.press('Enter');
    await page.keyboard.type('9999');
    await page.keyboard.press('Enter');
    await page.getByText('Number and PIN do not belong together.').waitFor(PATIENCE);
    for (const digit of '2468') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Check in' }).click();
    await expect.poll(street.shown, PATIENCE).toContain('greeting: Kofi Mensah');
    expect(await street.checkIns()).toContain('Kofi Mensah in by pin');
  });
});

describe('a kiosk before which a stranger stands, and then holds up a card', () => {
  const film = async (): Promise<readonly Take[]> => [
    ['demo/stranger-front.jpg', 300],
    [await cardBeforeCamera(), 200],
  ];
  const stranger = kiosk('stranger', film, { liveness: false, attempts: 1 });

  it('pauses, also after a reload, and counts down', async () => {
    await expect.poll(async () => (await stranger.shown()).at(-1), PATIENCE).toMatch(/^paused: Faces again in 0:\d\d/);
    await stranger.page.reload();
    await stranger.page.getByTestId('kiosk').and(stranger.page.locator('[data-show=paused]')).waitFor(PATIENCE);
    await record(stranger.page);
    expect((await stranger.checkIns()).length).toBe(0);
  });

  it('takes a card meanwhile', async () => {
    const hash = createHash('sha256').update(CARD_TEXT).digest('base64url');
    await stranger.inStore(async (store, hash) => {
      const emre = store.people.all.current.find(({ number }) => number === '1004');
      await store.people.save([{ ...emre, card: { issuedAt: '2026-01-01T00:00:00.000Z', hash } }]);
    }, hash);
    await stranger.page.getByTestId('card').click();
    await expect.poll(stranger.shown, PATIENCE).toContain('greeting: Emre Aydın');
    expect(await stranger.checkIns()).toEqual(['Emre Aydın in by card']);
  });
});

/** The picture of a card that is held before the camera. */
async function cardBeforeCamera(): Promise<RgbImage> {
  const code = await sharp(Buffer.from(encodeQr(CARD_TEXT, 'svg')), { density: 300 })
    .resize(200)
    .png()
    .toBuffer();
  const { data } = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#9aa7b0' } })
    .composite([{ input: await sharp(code).flatten({ background: '#fff' }).toBuffer(), left: 60, top: 20 }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: 320, heightPx: 240, channels: 3, data: Uint8ClampedArray.from(data) };
}
