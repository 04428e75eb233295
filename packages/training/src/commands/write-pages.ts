import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Terminal } from '@face-verify/headless/command-line';

/** Writes texts to their files, and tells which. */
export function writePages(terminal: Terminal, pages: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(pages)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    terminal.out(file);
  }
}
