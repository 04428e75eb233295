import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HarnessBrowser } from '../browser/harness-browser.ts';
import { parseArguments } from '../parse-arguments.ts';
import { type Command, reportedError } from '../run-command.ts';
import { resolvePath } from '../terminal.ts';
import { type MeasuredEntry, modelZooPage } from './model-zoo-page.ts';
import { shippedModels } from './shipped-models.ts';
import type { Latency } from './time-network.ts';
import { zooEntries } from './zoo-entry.ts';
import type { ZooHarness } from './zoo-harness.ts';

const PAGE_FOLDER = fileURLToPath(new URL('../../zoo-page', import.meta.url));
const GUIDE = fileURLToPath(new URL('../../../../docs/generated/model-zoo.md', import.meta.url));

/** For the timed runs of one network; see {@link timeNetwork}. */
const BUDGET_MS = 3000;
/** For all of it, with drawing its weights and the runs that are not timed; then its page is given up. */
const CALL_TIMEOUT_MS = 45_000;

export const zooCommand: Command = {
  help: `What does each network cost? Counts and times every embedder, and writes docs/generated/model-zoo.md.

  npm run -s zoo -- [options]

  --out FILE       another file`,

  async run(args, terminal) {
    const { values } = parseArguments(args, { options: { out: { type: 'string' } } });
    const file = values.out === undefined ? GUIDE : resolvePath(terminal, values.out);
    const shipped = await shippedModels();
    const browser = await HarnessBrowser.start<ZooHarness>({
      pageFolder: PAGE_FOLDER,
      loadOptions: () => undefined,
      callTimeoutMs: CALL_TIMEOUT_MS,
    });
    try {
      const { chromium } = await browser.load();
      const measured: MeasuredEntry[] = [];
      for (const entry of zooEntries()) {
        const latency = await time(browser, entry.name);
        terminal.err(`${entry.name}: ${latency.outcome === 'measured' ? latency.medianMs.toFixed(1) : latency.reason}`);
        measured.push({
          ...entry,
          latency,
          shipped: shipped.filter(({ architecture }) => architecture === entry.name),
        });
      }
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, modelZooPage(measured, { cores: availableParallelism(), chromium, limitMs: BUDGET_MS }));
      terminal.out(file);
      return 0;
    } finally {
      await browser.close();
    }
  },
};

/** A network that a page cannot run is a row that says so. */
async function time(browser: HarnessBrowser<ZooHarness>, name: string): Promise<Latency> {
  try {
    return await browser.call('time', name, BUDGET_MS);
  } catch (error) {
    const { message } = reportedError(error);
    return { outcome: 'not-measured', reason: /No answer within/.test(message) ? 'too slow' : message };
  }
}
