import { type Figure, METRIC_NAMES, VERIFICATION_METRICS } from '@face-verify/eval';
import type { LandmarkErrors } from '../measure/verification/landmark-errors.ts';
import type { GroupReport, ModelEvaluation, SplitReport } from '../measure/verification/model-evaluation.ts';
import type { PairSummary } from '../measure/verification/pair-summary.ts';
import { markdownTable } from './markdown-table.ts';

/** Columns of the tables of verification figures. */
const TITLES = METRIC_NAMES.map((name) => VERIFICATION_METRICS[name].title);

/** The report as tables for a person. */
export function evaluationMarkdown(report: ModelEvaluation): string {
  const { model, weightsSha256, backend, engine, sets, trusted, everything, groups, impostors } = report;
  return [
    `# How well ${model} tells people apart`,
    `Weights \`${weightsSha256.slice(0, 12)}\`. Validation split of ${sets.join(', ')}: each crop of 144×144 px was given to ` +
      `the whole pipeline as a photograph (${backend}); for comparison the same crops as their stored points align them ` +
      `(${engine}). All pairs; accuracy is the best balanced one, its threshold chosen on the same pairs; 95 % intervals ` +
      'by bootstrap over identities.',
    verificationTable([
      ['whole pipeline', trusted, trusted.pipeline],
      ['stored points', trusted, trusted.storedPoints],
      ['whole pipeline, with suspects', everything, everything.pipeline],
      ['stored points, with suspects', everything, everything.storedPoints],
    ]),
    '## What our own landmarks cost',
    markdownTable(
      ['stored points minus pipeline', ...TITLES],
      [
        ['without suspects', ...costs(trusted)],
        ['with suspects', ...costs(everything)],
      ],
    ),
    markdownTable(
      ['landmark error, % of eye distance', 'faces', 'mean', 'median', '95th percentile', 'bias x, y'],
      [
        landmarkRow('from the stored points', trusted.landmarkErrors),
        landmarkRow('from the stored points, with suspects', everything.landmarkErrors),
        ...(trusted.labelErrors ? [landmarkRow('from FaceLandmarker’s on the crops', trusted.labelErrors)] : []),
      ],
    ),
    shiftLine(trusted),
    ...section('## By kind of crop', Object.values(groups).length, [
      verificationTable(Object.values(groups).map((group) => [group.description, group, group])),
      ratesTable(report, trusted, Object.values(groups)),
    ]),
    ...section('## Pairs of two people within an apparent group', Object.values(impostors).length, [
      'Nearly all crops show different people; they are kept from training. Share of pairs at or above each threshold of the card, with the interval by bootstrap over crops.',
      impostorTable(report),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function section(heading: string, rows: number, parts: readonly string[]): string[] {
  return rows === 0 ? [] : [heading, ...parts];
}

type VerificationRow = readonly [
  name: string,
  crops: Pick<GroupReport, 'crops' | 'identities' | 'refused'>,
  PairSummary,
];

function verificationTable(rows: readonly VerificationRow[]): string {
  return markdownTable(
    ['', 'crops (people)', 'refused', 'mated, other pairs', ...TITLES],
    rows.map(([name, { crops, identities, refused }, { matedPairs, nonMatedPairs, figures }]) => [
      name,
      `${crops} (${identities})`,
      Object.entries(refused)
        .map(([reason, count]) => `${count} ${reason}`)
        .join(', ') || '0',
      `${matedPairs}, ${nonMatedPairs}`,
      ...METRIC_NAMES.map((name) => withInterval(figures[name], share)),
    ]),
  );
}

/** What a threshold that was chosen on all pairs does to each kind of crop. */
function ratesTable({ thresholds }: ModelEvaluation, all: SplitReport, groups: readonly GroupReport[]): string {
  const rows = [{ ...all.pipeline, description: 'all pairs' }, ...groups];
  return markdownTable(
    ['FMR, FNMR at the threshold for', ...thresholds.map(({ targetFmr }) => String(targetFmr))],
    rows.map(({ description, atThresholds }) => [
      description,
      ...atThresholds.map(({ fmr, fnmr }) => [fmr, fnmr].map((rate) => (rate === null ? '–' : small(rate))).join(', ')),
    ]),
  );
}

function impostorTable({ thresholds, impostors }: ModelEvaluation): string {
  return markdownTable(
    ['', 'crops', 'pairs', 'mean similarity', ...thresholds.map(({ targetFmr }) => `at ${targetFmr}`)],
    Object.entries(impostors).map(([group, { crops, pairs, meanSimilarity, falseMatches }]) => [
      group,
      String(crops),
      String(pairs),
      meanSimilarity?.toFixed(3) ?? 'too few pairs',
      ...falseMatches.map(({ fmr, interval }) => {
        if (fmr === null) return 'too few pairs';
        return interval === null ? small(fmr) : withInterval({ value: fmr, interval }, small);
      }),
    ]),
  );
}

function costs({ costOfOwnLandmarks }: SplitReport): string[] {
  const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(4)}`;
  return METRIC_NAMES.map((name) => withInterval(costOfOwnLandmarks[name], signed));
}

function landmarkRow(name: string, errors: LandmarkErrors): string[] {
  const { faces, meanPercent, medianPercent, p95Percent, biasPercent } = errors;
  const percents = [meanPercent, medianPercent, p95Percent].map((value) => value.toFixed(2));
  return [name, String(faces), ...percents, `${biasPercent.x.toFixed(2)}, ${biasPercent.y.toFixed(2)}`];
}

function shiftLine({ embeddingShift: { mean, median, p95 } }: SplitReport): string {
  const [first, ...others] = [mean, median, p95].map((value) => value.toFixed(4));
  return `A face’s embedding moves by ${first} in cosine (median ${others.join(', 95th percentile ')}) when our points replace the stored ones.`;
}

function withInterval(figure: Figure | undefined, format: (value: number) => string): string {
  if (figure === undefined) return 'too few pairs';
  const { value, interval } = figure;
  return `${format(value)} (${interval.map(format).join(' – ')})`;
}

function share(value: number): string {
  return value.toFixed(4);
}

function small(value: number): string {
  return value === 0 ? '0' : value.toPrecision(2);
}
