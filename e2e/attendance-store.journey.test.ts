import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@face-verify/headless';
import type { Browser, BrowserContext, Page } from 'playwright';
import { build, defaultClientConditions, type InlineConfig, type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CouchServer } from './couch-server.ts';

/** What `examples/attendance/testing/store-page` gives. */
interface StorePage {
  createDatabase(address: string): Promise<void>;
  connect(address: string): Promise<void>;
  connection(): { state: string; waiting?: boolean };
  lockedCount(): number;
  clock(): { state: string };
  requestToJoin(): Promise<string>;
  admit(request: string): Promise<string>;
  join(answer: string): Promise<void>;
  enrol(name: string, template: string): Promise<string>;
  fill(mebibytes: number): Promise<{ people: number; code: string }>;
  storage(): { state: string };
  change(id: string, changes: object): Promise<void>;
  people(): readonly { id: string; name: string; group: string; enrolment?: { template: string } }[];
  erase(id: string): Promise<void>;
  eraseEverything(): Promise<void>;
  checkIn(person: string, count: number): Promise<readonly string[]>;
  checkInIds(): Promise<readonly string[]>;
  dump(): Promise<string>;
}

const TEMPLATE = 'TEMPLATE-THAT-NOBODY-ELSE-MAY-READ';
/** Two busy cores replicate some hundred documents in some seconds. */
const PATIENCE = { timeout: 60_000, interval: 200 };

let pages: PreviewServer;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'face-verify-attendance-'));
let couch: CouchServer;
const contexts: BrowserContext[] = [];
let database = 0;

beforeAll(async () => {
  const page = {
    configFile: false,
    root: fileURLToPath(new URL('../examples/attendance/testing/store-page', import.meta.url)),
    logLevel: 'error',
    resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
    build: { outDir: join(folder, 'page'), emptyOutDir: true, target: 'es2022' },
  } satisfies InlineConfig;
  await build(page);
  pages = await preview({ ...page, preview: { host: '127.0.0.1' } });
  browser = await launchChromium();
  couch = new CouchServer(join(folder, 'couch'));
  await couch.start();
});

afterAll(async () => {
  await browser.close();
  await couch.kill();
  await pages.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  database += 1;
});

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

/** One device: a browser of its own with the store open. */
class Kiosk {
  readonly context: BrowserContext;
  readonly #page: Page;

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.#page = page;
  }

  /** @param roomBytes - that the page may use; default: as much as there is */
  static async open(roomBytes?: number): Promise<Kiosk> {
    const context = await browser.newContext();
    contexts.push(context);
    const page = await context.newPage();
    const { origin } = new URL(pages.resolvedUrls?.local[0] ?? '');
    const protocol = await context.newCDPSession(page);
    if (roomBytes !== undefined) {
      await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: roomBytes });
    }
    await page.goto(origin);
    const kiosk = new Kiosk(context, page);
    await kiosk.#untilOpen();
    return kiosk;
  }

  async reload(): Promise<void> {
    await this.#page.reload();
    await this.#untilOpen();
  }

  call<Name extends keyof StorePage>(
    name: Name,
    ...rest: Parameters<StorePage[Name]>
  ): Promise<Awaited<ReturnType<StorePage[Name]>>> {
    return this.#page.evaluate(
      ([method, values]) => {
        const { storePage } = window as unknown as { storePage: Record<string, (...all: unknown[]) => unknown> };
        return storePage[method]?.(...values);
      },
      [name, rest] as [string, unknown[]],
    ) as Promise<Awaited<ReturnType<StorePage[Name]>>>;
  }

  async #untilOpen(): Promise<void> {
    await this.#page.waitForFunction(() => 'storePage' in window);
  }
}

/** Of a database for each test. */
const address = () => `${couch.origin}/attendance-${database}`;

/** Two kiosks of one organisation that share by the server. */
async function twoKiosks(): Promise<[Kiosk, Kiosk]> {
  const [first, second] = [await Kiosk.open(), await Kiosk.open()];
  await first.call('createDatabase', address());
  await first.call('connect', address());
  const answer = await first.call('admit', await second.call('requestToJoin'));
  await second.call('join', answer);
  return [first, second];
}

async function untilState(kiosk: Kiosk, state: string, waiting?: boolean): Promise<void> {
  const wanted = { state, ...(waiting !== undefined && { waiting }) };
  await expect.poll(() => kiosk.call('connection'), PATIENCE).toMatchObject(wanted);
}

async function onServer(): Promise<{ readonly ids: readonly string[]; readonly text: string }> {
  const response = await fetch(`${address()}/_all_docs?include_docs=true`);
  const text = await response.text();
  const { rows } = JSON.parse(text) as { rows: readonly { id: string }[] };
  return { ids: rows.map(({ id }) => id), text };
}

const names = async (kiosk: Kiosk) => (await kiosk.call('people')).map(({ name }) => name);

describe('two kiosks', () => {
  it('share people and check-ins, by a key that the server never has', async () => {
    const [first, second] = await twoKiosks();
    const anna = await first.call('enrol', 'Anna Unmistakable', TEMPLATE);
    await expect.poll(() => names(second), PATIENCE).toEqual(['Anna Unmistakable']);
    expect((await second.call('people'))[0]?.enrolment?.template).toBe(TEMPLATE);
    const [checkIn] = await second.call('checkIn', anna, 1);
    await expect.poll(() => first.call('checkInIds'), PATIENCE).toEqual([checkIn]);
    const { text } = await onServer();
    expect(text).toContain(anna);
    for (const secret of ['Unmistakable', TEMPLATE]) expect(text).not.toContain(secret);
  });

  it('of which one has not the key see no people of the other', async () => {
    const [first] = await twoKiosks();
    await first.call('enrol', 'Anna', TEMPLATE);
    const stranger = await Kiosk.open();
    await stranger.call('connect', address());
    await expect.poll(() => stranger.call('lockedCount'), PATIENCE).toBe(1);
    expect(await names(stranger)).toEqual([]);
  });

  it('bring along whom they knew before they met', async () => {
    const [first, second] = [await Kiosk.open(), await Kiosk.open()];
    await first.call('enrol', 'Anna', TEMPLATE);
    await second.call('enrol', 'Ben', TEMPLATE);
    await first.call('createDatabase', address());
    await first.call('connect', address());
    await second.call('join', await first.call('admit', await second.call('requestToJoin')));
    for (const kiosk of [first, second]) await expect.poll(() => names(kiosk), PATIENCE).toEqual(['Anna', 'Ben']);
    await second.reload();
    expect(await names(second)).toEqual(['Anna', 'Ben']);
    await untilState(second, 'connected');
  });

  it('of which one joins others leave the other its people', async () => {
    const [first, second] = await twoKiosks();
    const anna = await first.call('enrol', 'Anna', TEMPLATE);
    await expect.poll(() => names(second), PATIENCE).toEqual(['Anna']);
    await untilState(second, 'connected', false);
    const key = await (await fetch(`${address()}/key:${anna}`)).json();
    const before = address();
    database += 1;
    const others = await Kiosk.open();
    await others.call('createDatabase', address());
    await others.call('connect', address());
    await second.call('join', await others.call('admit', await second.call('requestToJoin')));
    for (const kiosk of [second, others]) await expect.poll(() => names(kiosk), PATIENCE).toEqual(['Anna']);
    expect(await (await fetch(`${before}/key:${anna}`)).json()).toEqual(key);
    await first.reload();
    expect(await names(first)).toEqual(['Anna']);
  });

  it('keep what both changed of one person while they were apart, the same on both', async () => {
    const [first, second] = await twoKiosks();
    const anna = await first.call('enrol', 'Anna', TEMPLATE);
    await expect.poll(() => names(second), PATIENCE).toEqual(['Anna']);
    await couch.kill();
    await first.call('change', anna, { name: 'Anna Berg' });
    await second.call('change', anna, { pin: { kdf: 'PBKDF2-SHA-256', iterations: 1, salt: 's', hash: 'h' } });
    await couch.start();
    for (const kiosk of [first, second]) {
      await expect
        .poll(() => kiosk.call('people'), PATIENCE)
        .toMatchObject([{ name: 'Anna Berg', pin: { hash: 'h' }, enrolment: { template: TEMPLATE } }]);
    }
    const read = async () => (await fetch(`${address()}/person:${anna}?conflicts=true`)).json();
    await expect.poll(read, PATIENCE).not.toHaveProperty('_conflicts');
  });

  it('lose and double no check-in when the server is killed in the middle and comes back', async () => {
    const [first, second] = await twoKiosks();
    const before = [...(await first.call('checkIn', 'anna', 40)), ...(await second.call('checkIn', 'ben', 40))];
    await expect.poll(async () => (await onServer()).ids.length, PATIENCE).toBeGreaterThan(10);
    const during = [first.call('checkIn', 'anna', 80), second.call('checkIn', 'ben', 80)] as const;
    await couch.kill();
    const made = [...before, ...(await Promise.all(during)).flat()];
    for (const kiosk of [first, second]) await untilState(kiosk, 'unreachable');
    await first.reload();
    const afterwards = [...(await first.call('checkIn', 'anna', 10)), ...(await second.call('checkIn', 'ben', 10))];
    await couch.start();
    const all = [...made, ...afterwards].sort();
    expect(new Set(all).size).toBe(260);
    for (const kiosk of [first, second]) await expect.poll(() => kiosk.call('checkInIds'), PATIENCE).toEqual(all);
    for (const kiosk of [first, second]) await untilState(kiosk, 'connected', false);
    const stored = (await onServer()).ids.filter((id) => id.startsWith('check-in:'));
    expect(stored).toEqual(all.map((id) => `check-in:${id}`));
  });

  it('say what is with the server, and whether its clock and theirs agree', async () => {
    const [first] = await twoKiosks();
    await untilState(first, 'connected', false);
    expect(await first.call('clock')).toEqual({ state: 'agrees' });
    await first.call('connect', `${couch.origin}/nowhere`);
    await untilState(first, 'no-database');
    await couch.kill();
    await untilState(first, 'unreachable');
    await couch.start();
    await expect(first.call('connect', 'somewhere')).rejects.toThrow('https://server/database');
  });
});

describe('a person who is erased on one kiosk while the other is offline', () => {
  /** Long texts of base64url: what is sealed with a key. */
  const sealed = (dump: string) => new Set(dump.match(/[\w-]{60,}/g));

  it('is gone from both, and from what their browsers store, as soon as they meet again', async () => {
    const [first, second] = await twoKiosks();
    const anna = await first.call('enrol', 'Anna', TEMPLATE.repeat(3));
    await first.call('enrol', 'Ben', TEMPLATE.repeat(3));
    await expect.poll(() => names(second), PATIENCE).toEqual(['Anna', 'Ben']);
    const all = async (kiosk: Kiosk) => sealed(await kiosk.call('dump'));
    // A key, a person and photographs of each.
    await expect.poll(async () => (await all(second)).size, PATIENCE).toBe(6);
    await second.context.setOffline(true);
    await untilState(second, 'unreachable');
    await first.call('erase', anna);
    expect((await all(first)).size).toBe(3);
    await second.call('change', anna, { group: 'Changed while nobody heard of it' });
    expect(await names(second)).toEqual(['Anna', 'Ben']);
    await second.context.setOffline(false);
    await expect.poll(() => names(second), PATIENCE).toEqual(['Ben']);
    // What the second one changed of Anna passes by the first, which cannot read it, before it is gone there as well.
    const left = async () => {
      const [here, there] = [await all(first), await all(second)];
      return { here: here.size, there: there.size, same: [...here].every((text) => there.has(text)) };
    };
    await expect.poll(left, PATIENCE).toEqual({ here: 3, there: 3, same: true });
    expect(await Promise.all([first, second].map(names))).toEqual([['Ben'], ['Ben']]);
  });

  it('has no key on the server any more, in no revision', async () => {
    const [first] = await twoKiosks();
    const anna = await first.call('enrol', 'Anna', TEMPLATE);
    const key = `${address()}/key:${anna}`;
    const read = async (url: string) => (await fetch(url)).json() as Promise<{ _rev: string; destroyed?: string }>;
    await expect.poll(() => read(key), PATIENCE).toHaveProperty('sealed');
    const { _rev } = await read(key);
    await first.call('erase', anna);
    await expect.poll(() => read(key), PATIENCE).toHaveProperty('destroyed');
    await expect.poll(() => read(`${key}?rev=${_rev}`), PATIENCE).not.toHaveProperty('sealed');
    await expect.poll(async () => (await onServer()).ids, PATIENCE).not.toContain(`person:${anna}`);
  });
});

it('erases everybody everywhere when a kiosk is given up', async () => {
  const [first, second] = await twoKiosks();
  await first.call('enrol', 'Anna', TEMPLATE);
  await expect.poll(() => names(second), PATIENCE).toEqual(['Anna']);
  await untilState(first, 'connected', false);
  await first.call('eraseEverything');
  await expect.poll(() => names(second), PATIENCE).toEqual([]);
  await first.reload();
  expect(await names(first)).toEqual([]);
  expect(await first.call('connection')).toEqual({ state: 'alone' });
});

describe('a disk that is full', () => {
  it('refuses by a code, says so, keeps what was saved, and can still erase', async () => {
    const kiosk = await Kiosk.open(24 * 2 ** 20);
    const { people, code } = await kiosk.call('fill', 1);
    expect(code).toBe('storage-full');
    expect(await kiosk.call('storage')).toMatchObject({ state: 'full' });
    expect(people).toBeGreaterThan(1);
    expect(await kiosk.call('people')).toHaveLength(people);
    await kiosk.reload();
    const saved = await kiosk.call('people');
    expect(saved).toHaveLength(people);
    for (const { id } of saved.slice(0, -1)) await kiosk.call('erase', id);
    expect(await kiosk.call('people')).toHaveLength(1);
    await expect.poll(() => kiosk.call('checkIn', 'anna', 1).catch(() => []), PATIENCE).toHaveLength(1);
    expect((await kiosk.call('storage')).state).not.toBe('full');
  });
});
