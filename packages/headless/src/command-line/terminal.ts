import { resolve } from 'node:path';

/** Where a command writes, what it resolves paths against and what it ends with; a fake in tests. */
export interface Terminal {
  /** Folder that the person stands in. */
  readonly folder: string;
  /** What the process ends with if the command does not throw: 0 until the command says otherwise. */
  exitStatus: number;
  /** The result, and nothing else. */
  out(text: string): void;
  /** Progress and complaints. */
  err(text: string): void;
}

export function processTerminal(): Terminal {
  return {
    // npm runs scripts in the repository's root and leaves the person's own folder here.
    folder: process.env.INIT_CWD ?? process.cwd(),
    exitStatus: 0,
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  };
}

export function resolvePath(terminal: Terminal, path: string): string {
  return resolve(terminal.folder, path);
}
