import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE_FOLDER } from '@face-verify/repository';

/** Exact versions, by package; nothing else of the project depends on them. */
export const PEER_VERSIONS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('peers.json', import.meta.url), 'utf8'),
);

/** Installs what is compared into a folder that git ignores, unless it is there. @returns the folder */
export function installPeers(): string {
  const folder = join(CACHE_FOLDER, 'peers');
  const manifest = `${JSON.stringify({ private: true, dependencies: PEER_VERSIONS }, null, 2)}\n`;
  if (readOr(join(folder, 'installed.json')) === manifest) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
  writeFileSync(join(folder, 'installed.json'), manifest);
  return folder;
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
