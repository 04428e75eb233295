import { type Figure, METRIC_NAMES, VERIFICATION_METRICS } from '@face-verify/eval';
import { markdownTable } from '../../publish/markdown-table.ts';
import type { SeriesResult } from './measure-series.ts';
import type { Series } from './series.ts';

/** A series and what it came to, as its page. */
export function seriesMarkdown(
  { name, title, question, limits, runs }: Series,
  results: readonly SeriesResult[],
): string {
  const [first] = results;
  return [
    `# ${title}`,
    `Written by \`npm run -s lab -- train-series ${name}\`, which trains what is not trained yet and measures everything.`,
    question,
    `Measured on the crops of people that training never saw, those with doubtful labels left out, all pairs; in ` +
      `brackets 95 % intervals by bootstrap over identities. Accuracy is the best balanced one, its threshold chosen ` +
      `on the same pairs. The last column is the AUC minus that of the first line, on the same resamples: what the ` +
      `two have in common cancels, so it is narrower than the intervals beside it, and a difference whose interval ` +
      `holds 0 is none that these people can show.`,
    markdownTable(
      [
        '',
        'pictures',
        ...METRIC_NAMES.map((name) => VERIFICATION_METRICS[name].title),
        `AUC more than ${first?.label ?? 'the first'}`,
      ],
      results.map(({ label, pictures, figures, gain }) => [
        label,
        pictures.toLocaleString('en'),
        ...METRIC_NAMES.map((figure) => withInterval(figures[figure], (value) => value.toFixed(3))),
        gain === null ? '' : withInterval(gain.auc, signed),
      ]),
    ),
    ...(results.length < runs.length ? [`Not trained to the end yet: ${missing(runs, results).join(', ')}.`] : []),
    limits,
  ]
    .join('\n\n')
    .concat('\n');
}

function missing(runs: Series['runs'], results: readonly SeriesResult[]): readonly string[] {
  const measured = new Set(results.map(({ label }) => label));
  return runs.map(({ label }) => label).filter((label) => !measured.has(label));
}

function withInterval(figure: Figure | undefined, format: (value: number) => string): string {
  if (figure === undefined) return 'too few pairs';
  return `${format(figure.value)} (${figure.interval.map(format).join(' – ')})`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}
