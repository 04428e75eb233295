import { fileURLToPath } from 'node:url';
import { HarnessBrowser } from '../browser/harness-browser.ts';
import type { GalleryBrowser, GalleryHarness, GalleryTimes } from './gallery-harness.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../gallery-page', import.meta.url));
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** Ten times as many pairs would take minutes. */
const MOST_FOR_DUPLICATES = 10_000;

/** Milliseconds in galleries of growing size, and where. */
export interface GalleryBenchmark extends GalleryBrowser {
  readonly times: readonly GalleryTimes[];
}

/** Times galleries in a headless browser, each size in a page of its own. @param onTimed - called after each */
export async function timeGalleries(onTimed: (times: GalleryTimes) => void): Promise<GalleryBenchmark> {
  const browser = await HarnessBrowser.start<GalleryHarness>({
    pageFolder: PAGE_FOLDER,
    loadOptions: () => undefined,
  });
  try {
    const times: GalleryTimes[] = [];
    let chromium = '';
    for (const size of SIZES) {
      ({ chromium } = await browser.load());
      const timed = await browser.call('time', size, size <= MOST_FOR_DUPLICATES);
      onTimed(timed);
      times.push(timed);
    }
    return { chromium, times };
  } finally {
    await browser.close();
  }
}
