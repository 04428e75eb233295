import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED_PAGES } from '@face-verify/repository';
import { describe, expect, it } from 'vitest';
import { accuracySection, countCells, type MeasuredEntry, modelZooPage } from './model-zoo-page.ts';
import { shippedModels } from './shipped-models.ts';
import { MAX_RUNS } from './time-network.ts';
import { type ZooEntry, zooEntries } from './zoo-entry.ts';

const ENTRY: MeasuredEntry = {
  ...(zooEntries()[0] as ZooEntry),
  name: 'SomeNet',
  params: 1_234_567,
  flops: { ours: 398_000_000, convention: 'mx', published: 400_000_000 },
  fp16Bytes: 2_460_000,
  published: {
    accuracy: { LFW: 99.5 },
    source: 'Some et al.',
    differences: { 'flops.mx': { ours: 398_000_000, why: 'A slip.' } },
    remark: 'It is old.',
  },
  latency: { outcome: 'measured', medianMs: 21.44, runs: MAX_RUNS, kernels: 'relaxed-simd' },
  shipped: [{ id: 'some-net', architecture: 'SomeNet', auc: 0.97 }],
};

const UNKNOWN: MeasuredEntry = {
  ...ENTRY,
  name: 'OtherNet',
  flops: { ours: 398_000_000, convention: 'tf', published: undefined },
  published: undefined,
  latency: { outcome: 'not-measured', reason: 'too slow' },
  shipped: [],
};

const MACHINE = { cores: 2, chromium: '156', kernels: 'relaxed-simd', limitMs: 3000 } as const;
const page = modelZooPage([ENTRY, UNKNOWN], MACHINE);

describe('the page of networks', () => {
  it('has the counts of a network, its latency and its trained weights in one row', () => {
    expect(page).toContain(
      '| SomeNet | 1,234,567 | 398.00 | 400.00 | −0.50 % | mx | 2.46 | 21.4 | [some-net](../../models/some-net), AUC 0.97 |\n',
    );
  });

  it('says what is not published, not measured and not trained', () => {
    expect(page).toContain('| OtherNet | 1,234,567 | 398.00 | – | – | tf | 2.46 | not measured: too slow | – |\n');
  });

  it('says how many runs a slow network had', () => {
    const slow = { ...ENTRY, latency: { outcome: 'measured', medianMs: 1500.4, runs: 3, kernels: undefined } } as const;
    expect(modelZooPage([slow], MACHINE)).toContain('| 1500 (3) \\* |');
  });

  it('says whose kernels computed', () => {
    expect(page).toContain('[ours](../decisions/own-kernels.md), with relaxed SIMD');
    expect(modelZooPage([ENTRY], { ...MACHINE, kernels: undefined })).toContain("(TensorFlow.js's)");
  });

  it("calls an accuracy the paper's", () => {
    expect(page).toContain("| Network | The paper's accuracy | Source | Why our count differs |");
    expect(page).toContain('| SomeNet | LFW 99.5 | Some et al. | A slip. It is old. |\n');
  });
});

describe('docs/generated/model-zoo.md', () => {
  const written = readFileSync(join(GENERATED_PAGES, 'model-zoo.md'), 'utf8');

  it('has the counts of the registry; where not: npm run -s lab -- write-zoo', () => {
    const [table = ''] = written.split('\n## ');
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Network'));
    const entries = zooEntries();
    expect(rows).toHaveLength(entries.length);
    const stale = entries.filter((entry, i) => !rows[i]?.startsWith(countCells(entry)));
    expect(stale.map(({ name }) => name)).toEqual([]);
  });

  it('has what the papers say; where not: npm run -s lab -- write-zoo', () => {
    expect(written.endsWith(accuracySection(zooEntries()))).toBe(true);
  });

  it('says of each model that ships the AUC of its card', async () => {
    const shipped = await shippedModels();
    expect(shipped.length).toBeGreaterThan(0);
    for (const { id, auc } of shipped) expect(written).toContain(`[${id}](../../models/${id}), AUC ${auc}`);
  });
});
