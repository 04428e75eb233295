import { createRequire } from 'node:module';
import { launchChromium } from '@face-verify/headless';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, servePage } from './serve-page.ts';

declare global {
  interface Window {
    axe?: { run(options: RunOptions): Promise<AxeResults> };
  }
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

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
  /** Of each element. */
  readonly elementPx?: number;
  readonly only?: string;
}

/** Every state at once, or one. */
async function show(look: Look): Promise<Page> {
  const { locale = 'en', theme = 'light', widthPx = 1600, heightPx = 900, elementPx = 320, only } = look;
  const page = await browser.newPage({ viewport: { width: widthPx, height: heightPx }, colorScheme: theme });
  const query = new URLSearchParams({ locale, width: `${elementPx}px`, ...(only !== undefined && { only }) });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.origin}/?${query}`);
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  return page;
}

describe('every state', () => {
  it.each([
    { locale: 'en', theme: 'light' },
    { locale: 'de', theme: 'dark' },
    { locale: 'ar', theme: 'light' },
  ] as const)('has nothing that axe objects to, in %o', async (look) => {
    const page = await show(look);
    await page.addScriptTag({ path: AXE });
    const violations = await page.evaluate(async () => {
      const rules = { 'page-has-heading-one': { enabled: false } };
      const results = await window.axe?.run({ rules });
      return results?.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
    await page.close();
  });

  it.each([
    ...['en', 'nl', 'de', 'fr', 'es', 'pt', 'ar', 'hi', 'id', 'zh', 'ja'].map((locale) => ({ locale, elementPx: 288 })),
    { locale: 'de', elementPx: 400 },
  ])('takes the same room as the others and cuts nothing off, in %o', async (look) => {
    const page = await show(look);
    const { heights, cut } = await page.evaluate(() => {
      const elements = [...document.querySelectorAll('still-element')];
      const heights: Record<string, number[]> = {};
      const cut: string[] = [];
      for (const element of elements) {
        const mode = element.getAttribute('mode') ?? '';
        heights[mode] = [...new Set([...(heights[mode] ?? []), Math.round(element.getBoundingClientRect().height)])];
        const side = element.getBoundingClientRect();
        for (const part of element.shadowRoot?.querySelectorAll<HTMLElement>('.side *') ?? []) {
          const { left, right, width } = part.getBoundingClientRect();
          const isOutside = width > 0 && (left < side.left - 1 || right > side.right + 1);
          if (isOutside || part.scrollWidth > part.clientWidth + 1) {
            if (getComputedStyle(part).display !== 'inline')
              cut.push(`${part.className || part.tagName}: ${part.innerText}`);
          }
        }
      }
      return { heights, cut };
    });
    expect(cut).toEqual([]);
    expect(Object.values(heights).filter((different) => different.length > 1)).toEqual([]);
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
