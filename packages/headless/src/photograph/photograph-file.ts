import { accessSync, constants, statSync } from 'node:fs';

/** A photograph on the disk. If its size or its time of change differs, it counts as another photograph. */
export interface PhotographFile {
  /** Absolute. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** Looks up a file; undefined if there is none at this path that this process may read. */
export function statPhotograph(path: string): PhotographFile | undefined {
  try {
    accessSync(path, constants.R_OK);
    const stat = statSync(path);
    return stat.isFile() ? { path, sizeBytes: stat.size, modifiedMs: stat.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}
