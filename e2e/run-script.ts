import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

export interface ScriptResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the root's scripts as a person would: `npm run -s NAME -- ARGS`. */
export function runScript(name: string, args: readonly string[]): ScriptResult {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return spawnSync(command, ['run', '-s', name, '--', ...args], { cwd: REPOSITORY, encoding: 'utf8' });
}
