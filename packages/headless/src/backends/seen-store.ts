import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Seen } from './backends-harness.ts';

/** A file of what was seen of photographs, by their content: a line for each. */
export class SeenStore {
  readonly #file: string;
  readonly #seen: Map<string, Seen>;

  private constructor(file: string, seen: Map<string, Seen>) {
    this.#file = file;
    this.#seen = seen;
  }

  static async open(file: string): Promise<SeenStore> {
    await mkdir(path.dirname(file), { recursive: true });
    const text = await readFile(file, 'utf8').catch(() => '');
    // A line that was cut off has no end.
    const lines = text.split('\n').slice(0, -1);
    return new SeenStore(file, new Map(lines.map((line) => JSON.parse(line) as [string, Seen])));
  }

  /** @param how - all that it depends on beside the photograph */
  async get(how: string, photograph: string): Promise<Seen | undefined> {
    return this.#seen.get(await keyOf(how, photograph));
  }

  async set(how: string, photograph: string, seen: Seen): Promise<void> {
    const key = await keyOf(how, photograph);
    this.#seen.set(key, seen);
    await appendFile(this.#file, `${JSON.stringify([key, seen])}\n`);
  }
}

async function keyOf(how: string, photograph: string): Promise<string> {
  return `${how} ${createHash('sha256')
    .update(await readFile(photograph))
    .digest('hex')}`;
}
