import { spawnSync } from 'node:child_process';
import { REPOSITORY } from '@face-verify/repository';

export interface ScriptResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs one of the root's scripts as a person would: `npm run -s NAME -- ARGS`.
 *
 * @param from - folder that the person stands in; default the root
 */
export function runScript(name: string, args: readonly string[], from: string = REPOSITORY): ScriptResult {
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return spawnSync(command, ['--prefix', REPOSITORY, 'run', '-s', name, '--', ...args], {
    cwd: from,
    encoding: 'utf8',
  });
}
