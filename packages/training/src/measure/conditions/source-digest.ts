import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Packages whose code decides what comes of a photograph. */
const PACKAGES = ['core', 'nets', 'runtime'];

/**
 * Names the code of the pipeline: outcomes of another one are not used again. The identity of a pipeline names its
 * weights and what moves pixels, but not the rules by which faces are chosen and refused.
 *
 * @param packages - the folder of all packages
 */
export function sourceDigest(packages: string): string {
  const files = PACKAGES.flatMap((name) => {
    const folder = path.join(packages, name, 'src');
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
    return all.filter((file) => file.endsWith('.ts') && !file.includes('.test')).map((file) => path.join(folder, file));
  });
  const hash = createHash('sha256');
  for (const file of files) hash.update(path.relative(packages, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
