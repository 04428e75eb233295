import { launchChromium } from '@face-verify/headless';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe-violations.ts';
import { findFlaws } from './element-gallery-page/find-flaws.ts';
import { type PageServer, servePage } from './serve-page.ts';

let server: PageServer;
let browser: Browser;

beforeAll(async () => {
  server = await servePage('element-gallery-page');
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Look {
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Of the browser's zoom, 1 for none. */
  readonly zoom?: number;
  /** Of the text alone. */
  readonly textPercent?: number;
  readonly forcedColors?: 'active';
  /** Of each element. */
  readonly elementPx?: number;
  readonly only?: string;
}

const PHONE = { widthPx: 320, heightPx: 640, elementPx: 288 } as const;
const PHONE_ON_ITS_SIDE = { widthPx: 640, heightPx: 320, elementPx: 600 } as const;
const ZOOMED = { widthPx: 1280, heightPx: 800, elementPx: 288, zoom: 2 } as const;
const LARGE_TEXT = { widthPx: 1280, heightPx: 900, elementPx: 576, textPercent: 200 } as const;

/** Every state at once, or one. */
async function show(look: Look): Promise<Page> {
  const { locale = 'en', theme = 'light', widthPx = 1600, heightPx = 900, elementPx = 320, zoom = 1, only } = look;
  const page = await browser.newPage({
    viewport: { width: widthPx / zoom, height: heightPx / zoom },
    deviceScaleFactor: zoom,
    colorScheme: theme,
    reducedMotion: 'reduce',
    forcedColors: look.forcedColors ?? 'none',
  });
  const query = new URLSearchParams({ locale, width: `${elementPx}px`, ...(only !== undefined && { only }) });
  await page.goto(`${server.origin}/?${query}`);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  if (look.textPercent) await page.addStyleTag({ content: `:root { font-size: ${look.textPercent}% }` });
  return page;
}

describe('every state', () => {
  it.each([
    { locale: 'en', theme: 'light' },
    { locale: 'de', theme: 'dark' },
    { locale: 'ar', theme: 'light' },
  ] as const)('has nothing that axe objects to, in %o', async (look) => {
    const page = await show(look);
    const violations = await axeViolations(page, { rules: { 'page-has-heading-one': { enabled: false } } });
    expect(violations).toEqual([]);
    await page.close();
  });

  it.each<Look>([
    ...['en', 'nl', 'de', 'fr', 'es', 'pt', 'ar', 'hi', 'id', 'zh', 'ja'].map((locale) => ({ locale, elementPx: 288 })),
    { locale: 'de', elementPx: 400 },
    ...['en', 'de', 'ar'].flatMap((locale) => [
      { ...PHONE_ON_ITS_SIDE, locale },
      { ...LARGE_TEXT, locale },
    ]),
    { ...PHONE, locale: 'ar' },
    { ...ZOOMED, locale: 'de' },
    { ...PHONE, textPercent: 200 },
    { locale: 'de', elementPx: 288, forcedColors: 'active' },
  ])('takes the same room as the others, and nothing is cut off, broken or covered, in %o', async (look) => {
    const page = await show(look);
    expect(await page.evaluate(findFlaws)).toEqual([]);
    await page.close();
  });
});

describe('in forced colours', () => {
  it.each(['light', 'dark'] as const)('nothing is drawn in a colour of %s that says something else', async (theme) => {
    const page = await show({ theme, forcedColors: 'active' });
    const { drawn, system } = await page.evaluate(() => {
      const colourOf = (name: string) => {
        const probe = Object.assign(document.createElement('i'), { style: `color: ${name}` });
        document.body.append(probe);
        return getComputedStyle(probe).color;
      };
      const lines = [...document.querySelectorAll('still-element')].flatMap((element) => [
        ...(element.shadowRoot?.querySelectorAll('.track, .ring, .symbol, .turn path') ?? []),
      ]);
      return {
        drawn: [...new Set(lines.map((line) => getComputedStyle(line).stroke))],
        system: ['CanvasText', 'ButtonText', 'Highlight'].map(colourOf),
      };
    });
    expect(drawn.filter((colour) => !system.includes(colour))).toEqual([]);
    await page.close();
  });

  it('a button that cannot be pressed looks like one', async () => {
    const page = await show({ forcedColors: 'active', only: 'idle' });
    await page.evaluate(() => {
      const fieldset = Object.assign(document.createElement('fieldset'), { disabled: true });
      const element = document.querySelector('still-element');
      element?.before(fieldset);
      fieldset.append(...(element ? [element] : []));
    });
    const colours = () =>
      page.evaluate(() => {
        const button = document.querySelector('still-element')?.shadowRoot?.querySelector('button:disabled');
        const probe = Object.assign(document.createElement('i'), { style: 'color: GrayText' });
        document.body.append(probe);
        return button && [getComputedStyle(button).color, getComputedStyle(probe).color];
      });
    await expect.poll(colours).toBeTruthy();
    const [disabled, grey] = (await colours()) ?? [];
    expect(disabled).toBe(grey);
    await page.close();
  });
});

describe('a screen reader is told', () => {
  it.each(['idle, enrol', 'move-closer', 'match'])('of %s', async (only) => {
    const page = await show({ only });
    expect(await page.locator('still-element').ariaSnapshot()).toMatchSnapshot();
    await page.close();
  });
});

it('fits a phone that lies on its side: the picture beside the words', async () => {
  const page = await show({ widthPx: 844, heightPx: 390, elementPx: 700, only: 'guiding' });
  const { height } = (await page.locator('still-element').boundingBox()) ?? { height: Number.NaN };
  expect(height).toBeLessThan(360);
  await page.close();
});

it('stays still where motion is to be reduced', async () => {
  const page = await show({ only: 'loading' });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.close();
});
