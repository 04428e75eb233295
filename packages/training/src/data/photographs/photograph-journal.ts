import { type FileHandle, open } from 'node:fs/promises';
import { CROP_BYTES } from '../crop.ts';
import type { FoundPhotograph } from './find-photographs.ts';

/** What became of one photograph: a line of the journal. */
export interface PhotographEntry extends Pick<FoundPhotograph, 'source' | 'identity' | 'version'> {
  readonly outcome: PhotographOutcome;
}

export type PhotographOutcome =
  | {
      readonly kind: 'packed';
      /** The five points in `LANDMARK_ORDER`, in crop pixels. */
      readonly points: readonly (readonly [x: number, y: number])[];
      /** Crop pixels per photograph pixel. */
      readonly scale: number;
    }
  | {
      readonly kind: 'refused';
      /** `no-face`, `multiple-faces`, …: a capture's refusal, or an error's code. */
      readonly reason: string;
    };

/** What is left of an earlier run. */
export interface Resumption {
  /** Photographs done, from the first on without a gap. */
  readonly photographs: number;
  /** Crops among them. */
  readonly crops: number;
}

/**
 * What became of each photograph, one JSON line each below a line that names what made the crops. A run that was cut
 * off goes on after the last line that still holds; crops lie in the pixel file in the order of the lines.
 */
export class PhotographJournal {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /**
   * Opens a journal, and cuts it and the pixels off where they no longer hold: at a torn line, at a photograph that
   * was changed, added or removed, or at the start where something else made it.
   *
   * @param maker - names what the crops depend on besides the photographs
   * @param found - the photographs in their order; read no further than the journal goes
   */
  static async resume(
    journalPath: string,
    pixels: FileHandle,
    maker: string,
    found: Iterator<FoundPhotograph>,
  ): Promise<{ journal: PhotographJournal; resumption: Resumption }> {
    const file = await open(journalPath, 'a+');
    const header = `${JSON.stringify({ maker })}\n`;
    let [bytes, photographs, crops] = [0, 0, 0];
    const pixelBytes = (await pixels.stat()).size;
    for await (const { text, end } of wholeLines(file)) {
      if (bytes === 0) {
        if (`${text}\n` !== header) break;
      } else {
        const entry = parseEntry(text);
        const next = found.next();
        if (entry === undefined || next.done || !isSame(entry, next.value)) break;
        if (entry.outcome.kind === 'packed') {
          if ((crops + 1) * CROP_BYTES > pixelBytes) break;
          crops++;
        }
        photographs++;
      }
      bytes = end;
    }
    await file.truncate(bytes);
    await pixels.truncate(crops * CROP_BYTES);
    if (bytes === 0) await file.appendFile(header);
    return { journal: new PhotographJournal(file), resumption: { photographs, crops } };
  }

  async append(entry: PhotographEntry): Promise<void> {
    await this.#file.appendFile(`${JSON.stringify(entry)}\n`);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** The entries of a journal that is complete, read as they are asked for. */
export async function* readJournal(journalPath: string): AsyncGenerator<PhotographEntry> {
  const file = await open(journalPath, 'r');
  try {
    for await (const { text } of wholeLines(file)) {
      const entry = parseEntry(text);
      if (entry !== undefined) yield entry;
    }
  } finally {
    await file.close();
  }
}

/** Lines with a line break at their end, and the position behind it. */
async function* wholeLines(file: FileHandle): AsyncGenerator<{ text: string; end: number }> {
  const { size } = await file.stat();
  if (size === 0) return;
  let end = 0;
  for await (const text of file.readLines({ autoClose: false, start: 0 })) {
    end += Buffer.byteLength(text) + 1;
    if (end > size) return;
    yield { text, end };
  }
}

function parseEntry(text: string): PhotographEntry | undefined {
  try {
    const entry: PhotographEntry = JSON.parse(text);
    return typeof entry.source === 'string' && typeof entry.outcome?.kind === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}

function isSame({ source, version }: PhotographEntry, found: FoundPhotograph): boolean {
  return (
    source === found.source &&
    version?.sizeBytes === found.version?.sizeBytes &&
    version?.modifiedMs === found.version?.modifiedMs
  );
}
