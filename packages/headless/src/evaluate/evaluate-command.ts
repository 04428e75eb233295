import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { type ListedImage, type ListedPair, parseVerificationList } from '@face-verify/eval';
import { csvFormatRows } from 'd3-dsv';
import type { HarnessOptions } from '../browser/harness-api.ts';
import { pipelineIdentity } from '../browser/pipeline-identity.ts';
import { CommandError } from '../command-line/command-error.ts';
import { BACKEND_OPTION, JSON_OPTION, MODEL_OPTION, pipelineOptions } from '../command-line/pipeline-options.ts';
import { showProgress } from '../command-line/show-progress.ts';
import { resolvePath, type Terminal } from '../command-line/terminal.ts';
import type { PhotoFile } from '../photograph/photo-file.ts';
import { embedPhotos } from './embed-photos.ts';
import { EmbeddingCache, type PhotoOutcome } from './embedding-cache.ts';
import { evaluationReport, reportLines } from './evaluation-report.ts';
import { locatePhoto } from './locate-photo.ts';
import { type MissingPair, scorePairs } from './score-pairs.ts';

const DEFAULT_CACHE = '.cache/evaluate';

export const evaluateCommand = (terminal: Terminal) =>
  new Command('npm run -s evaluate --')
    .description(
      'How well does the pipeline tell people apart? Runs it headless over a verification list.' +
        '\n\nAn interrupted run goes on where it stopped. Exit status: 0, or 3 where there is no report.',
    )
    .requiredOption('--images <dir>', 'folder that the paths of the list start from')
    .requiredOption(
      '--pairs <file>',
      "LFW's pairs.txt (`name i j`, `name1 i name2 j`; DIR/name/name_0001.jpg or DIR/name_0001.jpg) or CSV (`a,b,same`)",
    )
    .option(
      '--out <dir>',
      `keeps embeddings, report.json and missing.csv there; without it only embeddings are kept, in ${DEFAULT_CACHE}`,
    )
    .addOption(BACKEND_OPTION)
    .addOption(MODEL_OPTION)
    .addOption(JSON_OPTION)
    .action(async ({ images, pairs: list, out: given, json, ...options }) => {
      const folder = resolvePath(terminal, images);
      const pairs = readList(resolvePath(terminal, list));
      const out = given === undefined ? undefined : resolvePath(terminal, given);
      const photos = locateAll(folder, pairs);
      const cacheFolder = out ?? resolvePath(terminal, DEFAULT_CACHE);
      const files = new Map([...photos.values()].map((photo) => [photo.path, photo]));
      const outcomes = await embed([...files.values()], pipelineOptions(options), cacheFolder);
      const { scored, missing } = scorePairs(pairs, (image) => outcomes.get(photos.get(keyOf(image))?.path ?? ''));
      for (const line of missingLines(missing)) terminal.err(line);
      if (scored.length === 0) throw new CommandError('nothing-usable', 'No pair of the list could be compared.');
      const report = evaluationReport(scored, missing.length);
      if (out !== undefined) writeReports(out, report, missing);
      for (const line of json ? [JSON.stringify(report)] : reportLines(report)) terminal.out(line);
    });

/** @throws {EvaluationError} `list-unreadable` */
function readList(path: string): ListedPair[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CommandError('list-unreadable', 'The list of pairs cannot be read.', { cause });
  }
  return parseVerificationList(text);
}

/** The files of all listed images by {@link keyOf}, each image once. */
function locateAll(folder: string, pairs: readonly ListedPair[]): Map<string, PhotoFile> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError('file-missing', 'The folder of images is not there.');
  }
  const images = new Map(
    pairs.flatMap(({ probe, reference }) => [probe, reference]).map((image) => [keyOf(image), image]),
  );
  const photos = new Map<string, PhotoFile>();
  for (const [key, image] of images) {
    const photo = locatePhoto(folder, image);
    if (photo !== undefined) photos.set(key, photo);
  }
  if (photos.size === 0) throw new CommandError('nothing-usable', 'No image of the list is in the folder.');
  return photos;
}

function keyOf(image: ListedImage): string {
  return image.paths[0];
}

async function embed(
  photos: readonly PhotoFile[],
  options: HarnessOptions,
  cacheFolder: string,
): Promise<Map<string, PhotoOutcome>> {
  const { PipelineBrowser } = await import('../browser/pipeline-browser.ts');
  const pipeline = await PipelineBrowser.start(options);
  try {
    const cache = new EmbeddingCache(cacheFolder, pipelineIdentity(await pipeline.load()), photos);
    const progress = showProgress(
      'photographs',
      photos.length,
      photos.filter((photo) => cache.get(photo) !== undefined).length,
    );
    try {
      return await embedPhotos(photos, pipeline, cache, progress.advance);
    } finally {
      progress.stop();
      cache.close();
    }
  } finally {
    await pipeline.close();
  }
}

function missingLines(missing: readonly MissingPair[]): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of missing) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `missing: ${count} ${count === 1 ? 'pair' : 'pairs'}, ${reason}`);
}

function writeReports(folder: string, report: object, missing: readonly MissingPair[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  const rows = missing.map(({ pair, side, reason }) => [pair.probe.paths[0], pair.reference.paths[0], side, reason]);
  writeFileSync(join(folder, 'missing.csv'), `${csvFormatRows([['probe', 'reference', 'side', 'reason'], ...rows])}\n`);
}
