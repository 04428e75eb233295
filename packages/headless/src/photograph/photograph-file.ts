import { accessSync, constants, statSync } from 'node:fs';

/** A photograph as it lies on the disk: another size or time of change makes it another photograph. */
export interface PhotographFile {
  /** Absolute. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** Undefined where there is no file at this path that this process may read. */
export function statPhotograph(path: string): PhotographFile | undefined {
  try {
    accessSync(path, constants.R_OK);
    const stat = statSync(path);
    return stat.isFile() ? { path, sizeBytes: stat.size, modifiedMs: stat.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}
