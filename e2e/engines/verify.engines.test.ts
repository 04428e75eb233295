import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, startDemo } from '../demo-server.ts';
import { type PageServer, servePage } from '../serve-page.ts';
import { renderedPeople } from '../serve-sdk-page.ts';
import { CHROMIUM } from './chromium.ts';
import type { Engine, RunningEngine } from './engine.ts';
import type { EngineReading, Verification } from './engine-reading.ts';
import { FIREFOX_WITH_DISPLAY, FIREFOX_WITHOUT_WEBGL } from './firefox.ts';
import { WEBKIT } from './webkit.ts';
import { type TriedEngine, writeEnginesPage } from './write-engines-page.ts';

const ENGINES = [CHROMIUM, FIREFOX_WITH_DISPLAY, FIREFOX_WITHOUT_WEBGL, WEBKIT];
/** Time for a busy machine. */
const PATIENCE = { timeout: 300_000, interval: 500 };
const READING = 'document.documentElement.dataset.reading ?? null';
const START_PAGE = `document.querySelector('[data-testid=engine]:not([data-state=loading])')?.dataset.state ?? null`;

let server: PageServer;
let demo: DemoServer;
const tried: TriedEngine[] = [];

beforeAll(async () => {
  for (const { name, packages } of ENGINES.filter((engine) => !engine.isInstalled())) {
    console.warn(`${name} is not installed, and is skipped: apt-get install --no-install-recommends ${packages}`);
  }
  server = await servePage('engines/page', renderedPeople());
  demo = await startDemo();
});
afterAll(async () => {
  await demo.stop();
  await server.close();
  // Not where one is missing, or failed.
  if (tried.length === ENGINES.length) writeEnginesPage(tried);
});

async function tryEngine(engine: Engine): Promise<TriedEngine> {
  const browser = await engine.start();
  try {
    const reading = JSON.parse(
      await shown(browser, `${server.origin}/?camera=${engine.camera}`, READING),
    ) as EngineReading;
    const startPage = await shown(browser, `${demo.origin}/compare/`, START_PAGE);
    return { name: engine.name, version: browser.version, reading, startPage };
  } finally {
    await browser.close();
  }
}

/** What a page shows at last. */
async function shown(browser: RunningEngine, url: string, expression: string): Promise<string> {
  await browser.goto(url);
  let value: string | null = null;
  await expect
    .poll(async () => {
      value = await browser.evaluate(expression);
      return value;
    }, PATIENCE)
    .not.toBeNull();
  return value as unknown as string;
}

describe.each(ENGINES)('$name', (engine) => {
  it.skipIf(!engine.isInstalled())('verifies as Chromium does, or says why it cannot', async () => {
    const found = await tryEngine(engine);
    const { reading, startPage } = found;
    if (reading.supported) {
      expect(reading).toMatchObject({ verification: { same: expect.any(Number) } });
      const { same, different } = reading.verification as Verification;
      expect(same).toBeGreaterThan(0.7);
      expect(different).toBeLessThan(0.4);
      // Chromium comes first.
      const [first = found] = tried;
      const chromium = first.reading.verification as Verification;
      expect(same).toBeCloseTo(chromium.same, 3);
      expect(different).toBeCloseTo(chromium.different, 3);
      expect(reading.element).toEqual(['ready ready', 'camera-opened opened', 'cancelled cancelled']);
      expect(reading.live).toBe(0);
      expect(startPage).toBe('ready');
    } else {
      expect(reading).toMatchObject({ verification: { code: 'backend-unavailable' } });
      expect(reading.element).toEqual([expect.stringMatching(/^unsupported/)]);
      expect(startPage).toBe('failed');
    }
    tried.push(found);
  });
});
