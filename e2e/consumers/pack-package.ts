import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@face-verify/repository';
import { INSTALLS } from './install.ts';

/** Builds and packs the package as `npm publish` would. @returns the tarball's path */
export function packPackage(): string {
  mkdirSync(INSTALLS, { recursive: true });
  const run = (...args: string[]) => execFileSync('npm', args, { cwd: REPOSITORY, encoding: 'utf8' });
  run('run', 'build', '-w', 'face-verify');
  const [packed] = JSON.parse(
    run('pack', '-w', 'face-verify', '--json', '--ignore-scripts', '--pack-destination', INSTALLS),
  );
  return join(INSTALLS, packed.filename);
}
