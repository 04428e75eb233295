import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../learn/trainer/run-config.ts';
import { LIGHT_NETWORKS } from './light-networks.ts';
import { MARGIN_LOSSES } from './margin-losses.ts';
import { PROGRESSIVE_FULL, PROGRESSIVE_SMALL } from './progressive.ts';

/** A run without what the series compares. */
const without = (config: RunConfig, compared: 'loss' | 'architecture') => ({
  ...config,
  name: '',
  task: { ...config.task, [compared]: undefined },
});

describe('the comparisons on identities', () => {
  it.each([
    ['loss', MARGIN_LOSSES],
    ['architecture', LIGHT_NETWORKS],
  ] as const)('differ in %s alone', (compared, { runs }) => {
    const [first, ...others] = runs.map(({ config }) => without(config, compared));
    expect(others).toHaveLength(4);
    for (const other of others) expect(other).toEqual(first);
  });

  it('have one run in common, under one name', () => {
    const names = (series: typeof MARGIN_LOSSES) => series.runs.map(({ config }) => config.name);
    expect(names(LIGHT_NETWORKS).filter((name) => names(MARGIN_LOSSES).includes(name))).toEqual([
      'margin-losses-arcface',
    ]);
  });
});

it('every stage of progressive learning has a label', () => {
  for (const { runs } of [PROGRESSIVE_SMALL, PROGRESSIVE_FULL]) {
    expect(runs.map(({ label }) => label).every(Boolean)).toBe(true);
    expect(runs).toHaveLength(7);
  }
});
