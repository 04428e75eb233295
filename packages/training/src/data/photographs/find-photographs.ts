import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** By name alone: what is inside is for the browser to judge. */
const PHOTOGRAPH = /\.(?:jpe?g|png|webp|avif|gif|bmp)$/i;

export interface FoundPhotograph {
  /** Path below the folder, with forward slashes. */
  readonly source: string;
  readonly file: string;
  /** Whom it shows: the first folder on the way to it. Absent for what lies in the folder itself. */
  readonly identity?: string;
  /** Undefined where it cannot be read. Another size or time of change makes it another photograph. */
  readonly version?: { readonly sizeBytes: number; readonly modifiedMs: number };
}

/**
 * Walks over the photographs of a folder, `identity/photograph.jpg` or flat, always in the same order. Holds no more than
 * the names of one folder at a time. Hidden files and files of other kinds are passed over.
 *
 * @throws {Error} as the file system, where a folder cannot be read
 */
export function* findPhotographs(folder: string, below: readonly string[] = []): Generator<FoundPhotograph> {
  const names = readdirSync(path.join(folder, ...below)).filter((name) => !name.startsWith('.'));
  for (const name of names.sort()) {
    const parts = [...below, name];
    const file = path.join(folder, ...parts);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) yield* findPhotographs(folder, parts);
    else if (PHOTOGRAPH.test(name)) {
      const [identity] = below;
      yield {
        source: parts.join('/'),
        file,
        ...(identity === undefined ? {} : { identity }),
        ...(stat === undefined ? {} : { version: { sizeBytes: stat.size, modifiedMs: stat.mtimeMs } }),
      };
    }
  }
}

/** The identities that a folder has a folder for, whether or not there is a photograph in it. */
export function findIdentities(folder: string): string[] {
  return readdirSync(folder).filter(
    (name) => !name.startsWith('.') && statSync(path.join(folder, name), { throwIfNoEntry: false })?.isDirectory(),
  );
}
