import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawContactSheet } from '../contact-sheet.ts';
import type { CropRecord } from '../crop.ts';
import { PACK_FILES, writePackIndex } from '../crop-pack.ts';
import { openCrops } from '../crop-reader.ts';
import { type FoundPhotograph, findIdentities, findPhotographs } from './find-photographs.ts';
import {
  type PhotographEntry,
  PhotographJournal,
  type PhotographOutcome,
  type Resumption,
  readJournal,
} from './photograph-journal.ts';
import { countEntries, type PreparationReport, refusalTable, summaryLines } from './preparation-report.ts';
import { splitIdentities } from './split-identities.ts';

/** Files beside the pack. */
export const PREPARATION_FILES = {
  journal: 'photographs.jsonl',
  report: 'report.md',
  contactSheet: 'contact-sheet.jpg',
} as const;

/** What the pipeline made of a photograph, with the pixels of its crop. */
export type CroppedPhotograph =
  | { readonly outcome: PhotographOutcome & { kind: 'packed' }; readonly pixels: Uint8Array }
  | { readonly outcome: PhotographOutcome & { kind: 'refused' } };

export interface PreparePhotographsOptions {
  /** Photographs, `identity/photograph.jpg` or flat. */
  readonly folder: string;
  /** Becomes the pack. */
  readonly out: string;
  /** Name of the set. */
  readonly set: string;
  /** Share of the identities that is kept for validation, in [0, 1). */
  readonly valShare: number;
  readonly seed: number;
  /** Names what {@link cropPhotograph} depends on besides the photograph. */
  readonly maker: string;
  cropPhotograph(photograph: FoundPhotograph): Promise<CroppedPhotograph>;
  /** Called once, with what an earlier run has done. */
  onStart(done: Resumption): void;
  /** Called after each photograph. */
  onPhotograph(): void;
}

/** How many crops a contact sheet shows. */
const SHEET = { tiles: 100, columns: 10, zoom: 1 } as const;

/**
 * Packs the faces of a folder of photographs, one photograph at a time; goes on where an earlier run was cut off. The
 * pack has no index until all is done, so half of one is never taken for the whole.
 *
 * @returns where no photograph could be used, `crops` is 0 and there is no pack
 */
export async function preparePhotographs(options: PreparePhotographsOptions): Promise<PreparationReport> {
  const { out, set, valShare, seed } = options;
  await mkdir(out, { recursive: true });
  await rm(path.join(out, PACK_FILES.index), { force: true });
  await cropAll(options);
  const journal = path.join(out, PREPARATION_FILES.journal);
  const counts = await countEntries(readJournal(journal), findIdentities(options.folder));
  const people = [...counts.identities].flatMap(([identity, crops]) => (crops > 0 ? [identity] : []));
  const report: PreparationReport = { set, ...counts, validation: splitIdentities(people, valShare, seed) };
  if (report.crops > 0) {
    await writePackIndex(out, packedRecords(readJournal(journal), report));
    await writeContactSheet(out);
  }
  await writeReport(report, out, readJournal(journal));
  return report;
}

async function cropAll(options: PreparePhotographsOptions): Promise<void> {
  const { folder, out, maker, cropPhotograph, onStart, onPhotograph } = options;
  const pixels = await open(path.join(out, PACK_FILES.pixels), 'a+');
  const journalPath = path.join(out, PREPARATION_FILES.journal);
  try {
    const { journal, resumption } = await PhotographJournal.resume(journalPath, pixels, maker, findPhotographs(folder));
    try {
      onStart(resumption);
      for (const photograph of skip(findPhotographs(folder), resumption.photographs)) {
        const cropped = await cropPhotograph(photograph);
        // The pixels first: a crop that the journal knows nothing of is cut off again.
        if ('pixels' in cropped) await pixels.appendFile(cropped.pixels);
        const { source, identity, version } = photograph;
        await journal.append({
          source,
          ...(identity === undefined ? {} : { identity }),
          ...(version === undefined ? {} : { version }),
          outcome: cropped.outcome,
        });
        onPhotograph();
      }
    } finally {
      await journal.close();
    }
  } finally {
    await pixels.close();
  }
}

function* skip<Value>(values: Iterable<Value>, count: number): Generator<Value> {
  let seen = 0;
  for (const value of values) if (seen++ >= count) yield value;
}

async function* packedRecords(
  entries: AsyncIterable<PhotographEntry>,
  { set, validation }: PreparationReport,
): AsyncGenerator<CropRecord> {
  let row = 0;
  for await (const { source, identity, outcome } of entries) {
    if (outcome.kind === 'refused') continue;
    const { points, scale } = outcome;
    const split = identity !== undefined && validation.has(identity) ? 'val' : 'train';
    yield { set, row: row++, source, ...(identity === undefined ? {} : { identity }), split, points, scale };
  }
}

async function writeContactSheet(out: string): Promise<void> {
  const crops = openCrops(out);
  const { length } = crops.records;
  const shown = Math.min(SHEET.tiles, length);
  const tiles = Array.from({ length: shown }, (_, i) => {
    const index = Math.floor((i * length) / shown);
    return { image: crops.read(index), points: crops.records[index]?.points ?? [] };
  });
  crops.close();
  await writeFile(path.join(out, PREPARATION_FILES.contactSheet), await drawContactSheet(tiles, SHEET));
}

/** The summary, and each refused photograph with its reason. */
async function writeReport(
  report: PreparationReport,
  out: string,
  entries: AsyncIterable<PhotographEntry>,
): Promise<void> {
  const file = await open(path.join(out, PREPARATION_FILES.report), 'w');
  try {
    const summary = summaryLines(report).map((line) => `- ${line}`);
    const head = [`# ${report.set}`, '', ...summary, '', ...refusalTable(report), ''];
    await file.write([...head, '| photograph | refused as |', '|---|---|', ''].join('\n'));
    for await (const { source, outcome } of entries) {
      if (outcome.kind === 'refused') await file.write(`| ${source.replaceAll('|', '\\|')} | ${outcome.reason} |\n`);
    }
  } finally {
    await file.close();
  }
}
