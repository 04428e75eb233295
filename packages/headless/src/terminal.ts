import { resolve } from 'node:path';

/** Where a command writes and what it resolves paths against; a fake in tests. */
export interface Terminal {
  /** Folder that the person stands in. */
  readonly folder: string;
  /** The result, and nothing else. */
  out(text: string): void;
  /** Progress and complaints. */
  err(text: string): void;
}

export function processTerminal(): Terminal {
  return {
    // npm runs scripts in the repository's root and leaves the person's own folder here.
    folder: process.env.INIT_CWD ?? process.cwd(),
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  };
}

export function resolvePath(terminal: Terminal, path: string): string {
  return resolve(terminal.folder, path);
}
