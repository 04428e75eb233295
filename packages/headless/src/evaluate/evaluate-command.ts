import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { type ListedPair, type ListedPhotograph, parseVerificationList } from '@face-verify/eval';
import { csvFormatRows } from 'd3-dsv';
import type { SubjectRule } from 'face-verify';
import type { HarnessOptions, LoadSummary } from '../browser/harness-api.ts';
import { pipelineIdentity } from '../browser/pipeline-identity.ts';
import { CommandError } from '../command-line/command-error.ts';
import {
  BACKEND_OPTION,
  JSON_OPTION,
  MODEL_OPTION,
  pipelineOptions,
  SUBJECT_OPTION,
} from '../command-line/pipeline-options.ts';
import { showProgress } from '../command-line/show-progress.ts';
import { resolvePath, type Terminal } from '../command-line/terminal.ts';
import type { PhotographFile } from '../photograph/photograph-file.ts';
import { embedPhotographs } from './embed-photographs.ts';
import { EmbeddingCache, type PhotographOutcome } from './embedding-cache.ts';
import { evaluationReport, reportLines } from './evaluation-report.ts';
import { locatePhotograph } from './locate-photograph.ts';
import { type MissingPair, type ScoredListedPair, scorePairs } from './score-pairs.ts';

const DEFAULT_CACHE = '.cache/evaluate';

export const evaluateCommand = (terminal: Terminal) =>
  new Command('npm run -s evaluate --')
    .description(
      'How well does the pipeline tell people apart? Runs it headless over a verification list.' +
        '\n\nAn interrupted run goes on where it stopped. Exit status: 0, or 3 where there is no report.',
    )
    .requiredOption('--photographs <dir>', 'folder that the paths of the list start from')
    .requiredOption(
      '--pairs <file>',
      "LFW's pairs.txt (`name i j`, `name1 i name2 j`; DIR/name/name_0001.jpg or DIR/name_0001.jpg) or CSV (`a,b,same`)",
    )
    .option(
      '--out <dir>',
      `keeps embeddings, report.json, scores.csv and missing.csv there; without it only embeddings are kept, in ${DEFAULT_CACHE}`,
    )
    .addOption(BACKEND_OPTION)
    .addOption(MODEL_OPTION)
    .addOption(JSON_OPTION)
    .addOption(SUBJECT_OPTION)
    .action(async ({ photographs, pairs: list, out: given, json, subject, ...options }) => {
      const folder = resolvePath(terminal, photographs);
      const pairs = readList(resolvePath(terminal, list));
      const out = given === undefined ? undefined : resolvePath(terminal, given);
      const located = locateAll(folder, pairs);
      const cacheFolder = out ?? resolvePath(terminal, DEFAULT_CACHE);
      const files = new Map([...located.values()].map((photograph) => [photograph.path, photograph]));
      const { outcomes, thresholds } = await embed([...files.values()], subject, pipelineOptions(options), cacheFolder);
      const { scored, missing } = scorePairs(pairs, (listed) => outcomes.get(located.get(keyOf(listed))?.path ?? ''));
      for (const line of missingLines(missing)) terminal.err(line);
      if (scored.length === 0) throw new CommandError('nothing-usable', 'No pair of the list could be compared.');
      const report = evaluationReport(scored, missing, thresholds);
      if (out !== undefined) writeReports(out, report, scored, missing);
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

/** The files of all listed photographs by {@link keyOf}, each photograph once. */
function locateAll(folder: string, pairs: readonly ListedPair[]): Map<string, PhotographFile> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError('file-missing', 'The folder of photographs is not there.');
  }
  const listed = new Map(
    pairs.flatMap(({ probe, reference }) => [probe, reference]).map((photograph) => [keyOf(photograph), photograph]),
  );
  const photographs = new Map<string, PhotographFile>();
  for (const [key, photograph] of listed) {
    const file = locatePhotograph(folder, photograph);
    if (file !== undefined) photographs.set(key, file);
  }
  if (photographs.size === 0) throw new CommandError('nothing-usable', 'No photograph of the list is in the folder.');
  return photographs;
}

function keyOf(photograph: ListedPhotograph): string {
  return photograph.paths[0];
}

async function embed(
  photographs: readonly PhotographFile[],
  subject: SubjectRule,
  options: HarnessOptions,
  cacheFolder: string,
): Promise<{ outcomes: Map<string, PhotographOutcome>; thresholds: LoadSummary['thresholds'] }> {
  const { PipelineBrowser } = await import('../browser/pipeline-browser.ts');
  const pipeline = await PipelineBrowser.start(options);
  try {
    const loaded = await pipeline.load();
    const cache = new EmbeddingCache(cacheFolder, `${pipelineIdentity(loaded)} ${subject}`, photographs);
    const progress = showProgress(
      'photographs',
      photographs.length,
      photographs.filter((photograph) => cache.get(photograph) !== undefined).length,
    );
    try {
      const outcomes = await embedPhotographs(photographs, pipeline, cache, subject, progress.advance);
      return { outcomes, thresholds: loaded.thresholds };
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

function writeReports(
  folder: string,
  report: object,
  scored: readonly ScoredListedPair[],
  missing: readonly MissingPair[],
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  const pathsOf = ({ probe, reference }: ListedPair) => [probe.paths[0], reference.paths[0]];
  const write = (name: string, header: string[], rows: string[][]) =>
    writeFileSync(join(folder, name), `${csvFormatRows([header, ...rows])}\n`);
  const scores = scored.map(({ pair, similarity }) => [
    ...pathsOf(pair),
    String(Number(pair.mated)),
    String(similarity),
  ]);
  write('scores.csv', ['probe', 'reference', 'same', 'similarity'], scores);
  const reasons = missing.map(({ pair, side, reason }) => [...pathsOf(pair), side, reason]);
  write('missing.csv', ['probe', 'reference', 'side', 'reason'], reasons);
}
