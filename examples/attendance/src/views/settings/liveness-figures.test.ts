import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIVENESS_FIGURES } from './liveness-figures.ts';

const PAGE = new URL('../../../../../docs/generated/liveness.md', import.meta.url);

/** The last cells of the rows that begin so. */
function wholeRuns(page: string, begins: string): readonly string[] {
  const rows = page.split('\n').filter((row) => row.startsWith(`| ${begins}`));
  return rows.map((row) => row.split('|').at(-2)?.replaceAll('*', '').trim() ?? '');
}

it('tells people what was measured last', () => {
  const page = readFileSync(PAGE, 'utf8');
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const { done, doneWithGlasses, film, photographs } = LIVENESS_FIGURES;
  expect(wholeRuns(page, 'done fully')).toEqual([percent(done), percent(doneWithGlasses)]);
  expect(wholeRuns(page, 'film of all four')).toEqual([percent(film)]);
  const held = wholeRuns(page, 'photograph,');
  expect(held.length).toBeGreaterThan(0);
  expect(new Set(held)).toEqual(new Set([percent(photographs)]));
});
