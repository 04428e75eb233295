import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { ForeignRequests } from '../browser/foreign-requests.ts';
import { startPageServer } from '../browser/page-server.ts';
import { launchChromium } from '../chromium/launch-chromium.ts';
import { memoryProbe } from './memory-probe.ts';
import type {} from './soak-page.ts';
import type { SoakSample } from './soak-sample.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../soak-page', import.meta.url));

/** What one long run used. */
export interface SoakRun {
  /** Major version. */
  readonly chromium: string;
  readonly samples: readonly SoakSample[];
  /** How long looking took, without the time between. */
  readonly watchedMs: number;
}

/**
 * Watches a film in a headless browser as a page does, and measures memory at its start and every so many frames.
 *
 * @param frames - that are looked at, altogether
 * @param onSample - called after each measurement
 */
export async function soak(
  { frames, every }: { readonly frames: number; readonly every: number },
  onSample: (sample: SoakSample) => void,
): Promise<SoakRun> {
  const browser = await launchChromium();
  const server = await startPageServer(PAGE_FOLDER);
  try {
    const context = await browser.newContext();
    const foreign = await ForeignRequests.watch(context, server.origin);
    const page = await context.newPage();
    const probe = await memoryProbe(browser, page);
    await page.goto(server.origin);
    await page.waitForFunction(() => window.soakPage !== undefined);
    await page.evaluate(() => window.soakPage?.load());
    const samples: SoakSample[] = [];
    const take = async (looked: number, sessions: number) => {
      const sample = { frames: looked, sessions, ...(await probe()) };
      samples.push(sample);
      onSample(sample);
    };
    await take(0, 0);
    let watchedMs = 0;
    for (let looked = every; looked <= frames; looked += every) {
      const startMs = performance.now();
      const sessions = await watchUntil(page, looked);
      watchedMs += performance.now() - startMs;
      await take(looked, sessions);
    }
    foreign.assertNone();
    return { chromium: browser.version().split('.')[0] ?? '', samples, watchedMs };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function watchUntil(page: Page, frames: number): Promise<number> {
  return (await page.evaluate((count) => window.soakPage?.watchUntil(count), frames)) ?? 0;
}
