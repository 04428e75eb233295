import { describe, expect, it } from 'vitest';
import { MARGIN_LOSSES } from './margin-losses.ts';
import type { SeriesResult } from './measure-series.ts';
import { seriesMarkdown } from './series-markdown.ts';

const figures = { auc: { value: 0.9, interval: [0.85, 0.95] } } as const;
const RESULTS: readonly SeriesResult[] = [
  { label: 'softmax', pictures: 32_000, figures, gain: null },
  { label: 'CosFace', pictures: 32_000, figures, gain: { auc: { value: -0.01, interval: [-0.02, 0.004] } } },
];

describe('the page of a series', () => {
  const page = seriesMarkdown(MARGIN_LOSSES, RESULTS);
  const row = (label: string) => page.split('\n').find((line) => line.startsWith(`| ${label} |`));

  it('has a line for each run, compared with the first', () => {
    expect(row('softmax')).toMatch(/32,000 \| 0\.900 \(0\.850 – 0\.950\) .* \| {2}\|$/);
    expect(row('CosFace')).toContain('−0.010 (−0.020 – +0.004)');
    expect(page).toContain('AUC more than softmax');
  });

  it('says which figures the people do not support', () => {
    expect(row('softmax')).toContain('too few pairs');
  });

  it('names the runs that have not come to their end', () => {
    expect(page).toContain('Not trained to the end yet: ArcFace, combined margin, AML.');
  });
});
