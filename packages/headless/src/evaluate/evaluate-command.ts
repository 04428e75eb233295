import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ListedImage, type ListedPair, parseVerificationList } from '@face-verify/eval';
import { csvFormatRows } from 'd3-dsv';
import type { HarnessOptions } from '../browser/harness-api.ts';
import { PipelineBrowser } from '../browser/pipeline-browser.ts';
import { pipelineIdentity } from '../browser/pipeline-identity.ts';
import { CommandError } from '../command-error.ts';
import { parseArguments } from '../parse-arguments.ts';
import type { PhotoFile } from '../photograph/photo-file.ts';
import { showProgress } from '../photograph/progress.ts';
import { PIPELINE_OPTIONS, PIPELINE_OPTIONS_HELP, pipelineOptions } from '../pipeline-options.ts';
import type { Command } from '../run-command.ts';
import { resolvePath } from '../terminal.ts';
import { embedPhotos } from './embed-photos.ts';
import { EmbeddingCache, type PhotoOutcome } from './embedding-cache.ts';
import { evaluationReport, reportLines } from './evaluation-report.ts';
import { locatePhoto } from './locate-photo.ts';
import { type MissingPair, scorePairs } from './score-pairs.ts';

const DEFAULT_CACHE = '.cache/evaluate';

export const evaluateCommand: Command = {
  help: `How well does the pipeline tell people apart? Runs it headless over a verification list.

  npm run -s evaluate -- --images DIR --pairs FILE [options]

  --images DIR     folder that the paths of the list start from
  --pairs FILE     LFW's pairs.txt (\`name i j\`, \`name1 i name2 j\`; DIR/name/name_0001.jpg
                   or DIR/name_0001.jpg) or CSV (\`a,b,same\`)
  --out DIR        keeps embeddings, report.json and missing.csv there; without it only
                   embeddings are kept, in ${DEFAULT_CACHE}
${PIPELINE_OPTIONS_HELP}
  --json           print the report as one JSON object

An interrupted run goes on where it stopped. Exit status: 0, or 3 where there is no report.`,

  async run(args, terminal) {
    const { values } = parseArguments(args, {
      options: {
        ...PIPELINE_OPTIONS,
        images: { type: 'string' },
        pairs: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    if (!values.images || !values.pairs) throw new CommandError('usage', 'Give --images and --pairs. See --help.');
    const folder = resolvePath(terminal, values.images);
    const pairs = readList(resolvePath(terminal, values.pairs));
    const out = values.out === undefined ? undefined : resolvePath(terminal, values.out);
    const photos = locateAll(folder, pairs);
    const cacheFolder = out ?? resolvePath(terminal, DEFAULT_CACHE);
    const files = new Map([...photos.values()].map((photo) => [photo.path, photo]));
    const outcomes = await embed([...files.values()], pipelineOptions(values), cacheFolder);
    const { scored, missing } = scorePairs(pairs, (image) => outcomes.get(photos.get(keyOf(image))?.path ?? ''));
    for (const line of missingLines(missing)) terminal.err(line);
    if (scored.length === 0) throw new CommandError('nothing-usable', 'No pair of the list could be compared.');
    const report = evaluationReport(scored, missing.length);
    if (out !== undefined) writeReports(out, report, missing);
    for (const line of values.json ? [JSON.stringify(report)] : reportLines(report)) terminal.out(line);
    return 0;
  },
};

/** @throws {FaceVerifyError} `list-unreadable` */
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
