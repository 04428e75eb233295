import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import type { Engine, RunningEngine } from './engine.ts';
import { hasVirtualDisplay, startVirtualDisplay } from './virtual-display.ts';

const FIREFOX = '/usr/bin/firefox-esr';

export const FIREFOX_WITH_DISPLAY: Engine = {
  name: 'Firefox',
  packages: 'firefox-esr xvfb libgl1-mesa-dri',
  camera: 'environment',
  isInstalled: () => existsSync(FIREFOX) && hasVirtualDisplay(),
  start: async () => {
    const display = await startVirtualDisplay();
    try {
      return await launch({ ...display.environment, MOZ_ENABLE_WAYLAND: '0' }, () => display.close());
    } catch (error) {
      await display.close();
      throw error;
    }
  },
};

/** Headless it has no WebGL, as browsers with a broken graphics driver. */
export const FIREFOX_WITHOUT_WEBGL: Engine = {
  name: 'Firefox without WebGL',
  packages: 'firefox-esr',
  camera: 'environment',
  isInstalled: () => existsSync(FIREFOX),
  start: () => launch(undefined, async () => {}),
};

/** @param screen - undefined: headless */
async function launch(
  screen: Readonly<Record<string, string>> | undefined,
  after: () => Promise<void>,
): Promise<RunningEngine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: screen === undefined,
    extraPrefsFirefox: { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true },
    env: { ...process.env, ...screen },
    // It starts in half a minute on a busy machine.
    timeout: 240_000,
    protocolTimeout: 240_000,
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(240_000);
  return {
    version: (await browser.version()).replace(/^\D*/, ''),
    goto: async (url) => void (await page.goto(url)),
    evaluate: async (expression) => (await page.evaluate(expression)) as string | null,
    close: async () => {
      await browser.close();
      await after();
    },
  };
}
