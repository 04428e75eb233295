import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HarnessBrowser } from '../browser/harness-browser.ts';
import { reportedError } from '../command-line/command-error.ts';
import { showProgress } from '../command-line/show-progress.ts';
import { type MeasuredEntry, modelZooPage } from './model-zoo-page.ts';
import { shippedModels } from './shipped-models.ts';
import type { Latency } from './time-network.ts';
import { zooEntries } from './zoo-entry.ts';
import type { ZooHarness } from './zoo-harness.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../zoo-page', import.meta.url));

/** Milliseconds for the timed runs of one network; see {@link timeNetwork}. */
const BUDGET_MS = 3000;
/**
 * Milliseconds for one network, including drawing its weights and the runs that are not timed; after that its page is
 * given up.
 */
const CALL_TIMEOUT_MS = 45_000;

/** Counts and times every embedder in a headless browser, and writes the page of the model zoo to a file. */
export async function writeModelZoo(file: string): Promise<void> {
  const shipped = await shippedModels();
  const browser = await HarnessBrowser.start<ZooHarness>({
    pageFolder: PAGE_FOLDER,
    loadOptions: () => undefined,
    callTimeoutMs: CALL_TIMEOUT_MS,
  });
  const entries = zooEntries();
  const progress = showProgress('networks', entries.length);
  try {
    const { chromium, kernels } = await browser.load();
    const measured: MeasuredEntry[] = [];
    for (const entry of entries) {
      measured.push({
        ...entry,
        latency: await time(browser, entry.name),
        shipped: shipped.filter(({ architecture }) => architecture === entry.name),
      });
      progress.advance();
    }
    await mkdir(dirname(file), { recursive: true });
    const machine = { cores: availableParallelism(), chromium, kernels, limitMs: BUDGET_MS };
    await writeFile(file, modelZooPage(measured, machine));
  } finally {
    progress.stop();
    await browser.close();
  }
}

/** A network that a page cannot run is a row that says so. */
async function time(browser: HarnessBrowser<ZooHarness>, name: string): Promise<Latency> {
  try {
    return await browser.call('time', name, BUDGET_MS);
  } catch (error) {
    const { message } = reportedError(error);
    return { outcome: 'not-measured', reason: /No answer within/.test(message) ? 'too slow' : message };
  }
}
