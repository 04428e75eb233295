import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { GENERATED_PAGES, REPOSITORY } from '@face-verify/repository';
import type { Terminal } from '../command-line/terminal.ts';
import { benchStart } from './bench-start.ts';
import { startPage } from './start-page.ts';

/** Builds the package, times how soon a page has its first decision, and writes `docs/generated/start.md`. */
export async function writeStart(terminal: Terminal, runs: number): Promise<void> {
  terminal.err('Building the package …');
  execFileSync('npm', ['run', 'build', '-w', 'face-verify'], { cwd: REPOSITORY, stdio: 'ignore' });
  const machine = { cores: availableParallelism(), load: loadavg()[1] ?? Number.NaN };
  const dist = join(REPOSITORY, 'packages', 'runtime', 'dist');
  const benchmark = await benchStart([dist], runs, (run) => terminal.err(`Round ${run} of ${runs}`));
  const page = join(GENERATED_PAGES, 'start.md');
  writeFileSync(page, startPage(benchmark, machine));
  terminal.out(page);
}
