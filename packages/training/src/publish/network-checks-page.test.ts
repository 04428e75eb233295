import { readFileSync } from 'node:fs';
import path from 'node:path';
import { count, TRAINED_NETWORKS } from '@face-verify/nets';
import { GENERATED_PAGES } from '@face-verify/repository';
import { describe, expect, it } from 'vitest';
import type { OwnProcessCheck } from '../measure/network-check/own-process.ts';
import { checksTable, networkChecksPage } from './network-checks-page.ts';

const CHECK: OwnProcessCheck = {
  name: 'SomeNet',
  sidePx: 112,
  learnedValues: 1_234_567,
  faces: 'photographs',
  losses: [30, 20, 10],
  trainingCpuMs: 41.6,
  notFinite: [],
  silent: [],
  foldedDifference: 2.34e-6,
  tensorsLeft: 0,
  engine: 'tfjs-node',
  peakBytes: 640_000_000,
};

describe('the page of checks', () => {
  it('has what was found of a network in one row', () => {
    expect(checksTable([CHECK])).toContain('| SomeNet | 112×112 | 1,234,567 | 42 | 0.6 | 2.3e-6 | none |\n');
  });

  it('says what is wrong', () => {
    const found: Partial<OwnProcessCheck> = {
      losses: [30, Number.NaN, 10],
      notFinite: ['1/kernel'],
      silent: [{ name: '2/alpha' }, { name: '3/bias', excuse: 'a reason' }],
      foldedDifference: 1e-3,
      tensorsLeft: 2,
    };
    expect(checksTable([{ ...CHECK, ...found }])).toContain(
      '| loss not finite; gradient not finite: 1/kernel; no gradient: 2/alpha; folded differs by 1.0e-3; tensors left behind: 2 |\n',
    );
  });

  it('takes an output that is no number for a fault', () => {
    expect(checksTable([{ ...CHECK, foldedDifference: Number.NaN }])).not.toContain('none');
  });

  it('says why a gradient of zeros was right', () => {
    const silent = [{ name: '3/bias', excuse: 'a reason' }];
    expect(networkChecksPage([{ ...CHECK, silent }])).toContain('- SomeNet, `3/bias`: a reason.\n');
    expect(networkChecksPage([CHECK])).not.toContain('by right');
  });
});

describe('docs/generated/network-checks.md', () => {
  it('has every network that is trained here as it is; where not: npm run -s lab -- check-networks --write', () => {
    const page = readFileSync(path.join(GENERATED_PAGES, 'network-checks.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && line.endsWith(' | none |'));
    const starts = rows.map((row) => row.split(' | ').slice(0, 3).join(' | '));
    const expected = Object.values(TRAINED_NETWORKS).map((define) => {
      const network = define();
      const [side] = network.nodes[0].shape;
      return `| ${network.name} | ${side}×${side} | ${count(network).trainableParams.toLocaleString('en')}`;
    });
    expect(starts).toEqual(expected);
  });
});
