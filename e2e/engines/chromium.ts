import { launchChromium } from '@face-verify/headless';
import type { Engine } from './engine.ts';

/** The one that all other tests run in, to compare with. */
export const CHROMIUM: Engine = {
  name: 'Chromium',
  packages: 'chromium',
  camera: 'user',
  isInstalled: () => true,
  start: async () => {
    const browser = await launchChromium({ flags: ['--use-fake-device-for-media-stream'] });
    const page = await browser.newPage({ permissions: ['camera'] });
    return {
      version: browser.version(),
      goto: async (url) => void (await page.goto(url)),
      evaluate: (expression) => page.evaluate<string | null>(expression),
      close: () => browser.close(),
    };
  },
};
