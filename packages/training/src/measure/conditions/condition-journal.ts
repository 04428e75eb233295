import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RgbImage } from '@face-verify/core';

/** What the pipeline made of one image. */
export type ImageOutcome =
  /** The embedding as `embeddingCodec` writes it as text. */
  | { readonly outcome: 'captured'; readonly embedding: string }
  | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Outcomes of one pipeline in an append-only file, by what was in the image: an interrupted run goes on where it
 * stopped, and a condition that is changed is measured anew while the others are not.
 */
export class ConditionJournal<Outcome extends { readonly outcome: string } = ImageOutcome> {
  readonly #file: string;
  readonly #known = new Map<string, Outcome>();

  /** @param pipeline - names everything that outcomes depend on besides the image */
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

/** Names an image by its pixels. */
export function imageName({ widthPx, heightPx, data }: RgbImage): string {
  return createHash('sha256').update(`${widthPx}×${heightPx} `).update(data).digest('hex').slice(0, 24);
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
