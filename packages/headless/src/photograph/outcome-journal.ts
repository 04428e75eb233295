import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What came of photographs in an append-only file, by what was in each: an interrupted run goes on where it stopped, and
 * what was treated otherwise is measured anew while the rest is not.
 */
export class OutcomeJournal<Outcome extends object> {
  readonly #file: string;
  readonly #known = new Map<string, Outcome>();

  /** @param pipeline - names everything that outcomes depend on besides the photograph */
  constructor(folder: string, pipeline: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, `outcomes-${digestOf(pipeline)}.jsonl`);
    if (!existsSync(this.#file)) return;
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      const entry = parseLine<Outcome>(line);
      if (entry !== undefined) this.#known.set(entry.name, entry.outcome);
    }
  }

  get(name: string): Outcome | undefined {
    return this.#known.get(name);
  }

  set(name: string, outcome: Outcome): void {
    // Its own line break before it, so that a line that a kill tore in two spoils no other.
    appendFileSync(this.#file, `\n${JSON.stringify({ name, outcome })}`);
    this.#known.set(name, outcome);
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function parseLine<Outcome>(line: string): { name: string; outcome: Outcome } | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
