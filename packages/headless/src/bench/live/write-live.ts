import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { GENERATED_PAGES } from '@face-verify/repository';
import type { Terminal } from '../../command-line/terminal.ts';
import { benchLive } from './bench-live.ts';
import { liveGuide } from './live-guide.ts';

/** Times a camera's frames and writes `docs/generated/live.md`. */
export async function writeLive(terminal: Terminal): Promise<void> {
  const machine = { cores: availableParallelism(), load: loadavg()[0] ?? Number.NaN };
  const page = join(GENERATED_PAGES, 'live.md');
  writeFileSync(page, liveGuide(await benchLive((line) => terminal.err(line)), machine));
  terminal.out(page);
}
