import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Embedding, embeddingCodec } from '@face-verify/core';
import type { PhotographFile } from '../photograph/photograph-file.ts';

/** What the pipeline made of a photograph: an embedding, or why there is none. */
export type PhotographOutcome =
  | { readonly outcome: 'captured'; readonly embedding: Embedding }
  | { readonly outcome: 'missing'; readonly reason: string };

interface CacheLine {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  /** As `embeddingCodec` writes it as text, or null where there is none. */
  readonly embedding: string | null;
  readonly reason: string | null;
}

const READ_BYTES = 1 << 20;

/**
 * Outcomes of one pipeline in an append-only file, one JSON line each, so that an interrupted run goes on where it
 * stopped. Several processes may share the file: lines are only ever added, and each begins with its own line break, so
 * that a line that a killed process left incomplete does not spoil the next.
 */
export class EmbeddingCache {
  readonly #descriptor: number;
  readonly #known: Map<string, PhotographOutcome>;

  /**
   * @param folder - created where it is missing
   * @param pipeline - names everything that the outcomes depend on besides the photograph
   * @param wanted - only their outcomes are kept in memory
   */
  constructor(folder: string, pipeline: string, wanted: readonly PhotographFile[]) {
    mkdirSync(folder, { recursive: true });
    const digest = createHash('sha256').update(pipeline).digest('hex').slice(0, 16);
    this.#descriptor = openSync(join(folder, `embeddings-${digest}.jsonl`), 'a+');
    const keys = new Set(wanted.map(keyOf));
    this.#known = new Map();
    for (const line of linesOf(this.#descriptor)) {
      const entry = parseLine(line);
      if (entry !== undefined && keys.has(entry.key)) this.#known.set(entry.key, entry.outcome);
    }
  }

  get(photograph: PhotographFile): PhotographOutcome | undefined {
    return this.#known.get(keyOf(photograph));
  }

  set(photograph: PhotographFile, outcome: PhotographOutcome): void {
    const line: CacheLine = {
      path: photograph.path,
      size: photograph.sizeBytes,
      mtime: photograph.modifiedMs,
      embedding: outcome.outcome === 'captured' ? embeddingCodec.encodeText(outcome.embedding) : null,
      reason: outcome.outcome === 'missing' ? outcome.reason : null,
    };
    appendFileSync(this.#descriptor, `\n${JSON.stringify(line)}`);
    this.#known.set(keyOf(photograph), outcome);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function keyOf({ path, sizeBytes, modifiedMs }: PhotographFile): string {
  return `${path}\n${sizeBytes}\n${modifiedMs}`;
}

/** What stands between line breaks; the last may be torn, or still be written by another process. */
function* linesOf(descriptor: number): Generator<string> {
  let rest = Buffer.alloc(0);
  const chunk = Buffer.alloc(READ_BYTES);
  for (let position = 0; ; ) {
    const read = readSync(descriptor, chunk, 0, READ_BYTES, position);
    if (read === 0) break;
    position += read;
    rest = Buffer.concat([rest, chunk.subarray(0, read)]);
    let start = 0;
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n', start)) {
      yield rest.toString('utf8', start, end);
      start = end + 1;
    }
    rest = rest.subarray(start);
  }
  yield rest.toString('utf8');
}

function parseLine(text: string): { key: string; outcome: PhotographOutcome } | undefined {
  const line = orUndefined((): CacheLine | null => JSON.parse(text));
  if (!line) return undefined;
  const key = keyOf({ path: line.path, sizeBytes: line.size, modifiedMs: line.mtime });
  if (typeof line.embedding === 'string') {
    const embedding = orUndefined(() => embeddingCodec.decode(line.embedding as string));
    return embedding && { key, outcome: { outcome: 'captured', embedding } };
  }
  if (typeof line.reason !== 'string') return undefined;
  return { key, outcome: { outcome: 'missing', reason: line.reason } };
}

/** The result of `read`; undefined if the line is incomplete or wrong. */
function orUndefined<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
