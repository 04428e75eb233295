import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expectedFpir } from '@face-verify/core';
import { DEFAULT_MODEL } from '@face-verify/nets';
import { MODELS_FOLDER, REPOSITORY } from '@face-verify/repository';
import { expect, it } from 'vitest';
import { readModelCard } from '../../engine/read-model.ts';
import { markdownTable } from '../markdown-table.ts';

const SIZES = [10, 100, 1000, 10_000, 100_000];

function percent(share: number): string {
  return share > 0.995 ? 'nearly all' : `${Number((100 * share).toPrecision(2))} %`;
}

it('the guide has the FPIR that the SDK expects of the thresholds that ship', () => {
  const card = readModelCard(DEFAULT_MODEL, MODELS_FOLDER);
  const rates = card.kind === 'embedder' ? card.thresholds.map(({ targetFmr }) => targetFmr) : [];
  const table = markdownTable(
    ['subjects', ...rates.map((fmr) => `FMR ${fmr.toLocaleString('en', { maximumSignificantDigits: 1 })}`)],
    SIZES.map((size) => [size.toLocaleString('en'), ...rates.map((fmr) => percent(expectedFpir(fmr, size)))]),
  );
  expect(readFileSync(path.join(REPOSITORY, 'docs/guide/identify.md'), 'utf8')).toContain(`\n${table}\n`);
});
