import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Outside of the repository, whose own packages would be found otherwise; kept from run to run. */
export const INSTALLS = join(tmpdir(), 'face-verify-consumers');

export type Packages = Readonly<Record<string, string>>;

/**
 * A folder with these packages and the packed one, as npm installs them, and these files. What was there before is gone,
 * except installed packages.
 *
 * @param packages - with exact versions
 * @param files - texts or bytes by path
 */
export function installApp(
  tarball: string,
  packages: Packages,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const key = createHash('sha256').update(JSON.stringify(packages)).digest('hex').slice(0, 16);
  const folder = join(INSTALLS, key);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!KEPT.has(name)) rmSync(join(folder, name), { recursive: true });
  }
  const manifest = { name: 'consumer', version: '1.0.0', private: true, type: 'module', dependencies: packages };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  if (!existsSync(join(folder, COMPLETE))) {
    npm('install');
    writeFileSync(join(folder, COMPLETE), '');
  }
  // npm would keep an earlier tarball of the same version.
  rmSync(join(folder, 'node_modules', 'face-verify'), { recursive: true, force: true });
  npm('install', '--no-save', tarball);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Written once npm has installed all. */
const COMPLETE = '.complete';
const KEPT = new Set(['node_modules', 'package-lock.json', COMPLETE]);
