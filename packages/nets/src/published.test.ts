import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { type CountedFigure, PUBLISHED, type Published } from './published.ts';
import { NETWORKS } from './registry.ts';

/** What a figure may be off by, as a share of it: papers round to a few digits. */
const TOLERANCES: Readonly<Record<CountedFigure, number>> = {
  params: 0.015,
  trainableParams: 0.015,
  'flops.tf': 0.005,
  'flops.mx': 0.005,
  'flops.twiceMacs': 0.005,
  megabytes: 0.03,
};

function published({ params, trainableParams, flops, megabytes }: Published): Partial<Record<CountedFigure, number>> {
  const figures = {
    params,
    trainableParams,
    'flops.tf': flops?.tf,
    'flops.mx': flops?.mx,
    'flops.twiceMacs': flops?.twiceMacs,
    megabytes,
  };
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== undefined));
}

/** Each figure in all its readings. */
function counted(name: string): Readonly<Record<CountedFigure, readonly number[]>> {
  const { params, trainableParams, flops, macs } = count(NETWORKS[name]?.() as never);
  return {
    params: [params],
    trainableParams: [trainableParams],
    'flops.tf': [flops.tf],
    'flops.mx': [flops.mx],
    'flops.twiceMacs': [2 * macs],
    megabytes: [(4 * params) / 1e6, (4 * params) / 2 ** 20],
  };
}

/** @returns what is wrong with what the table says of a network, in words */
function faults(name: string, entry: Published): string[] {
  const ours = counted(name);
  const theirs = published(entry);
  const agrees = (key: CountedFigure, figure: number) =>
    ours[key].some((reading) => Math.abs(reading / figure - 1) < TOLERANCES[key]);
  const unexplained = Object.entries(theirs).flatMap(([key, figure]) =>
    entry.differences?.[key as CountedFigure] || agrees(key as CountedFigure, figure) ? [] : `${key} differs`,
  );
  const stale = Object.entries(entry.differences ?? {}).flatMap(([name, difference]) => {
    const key = name as CountedFigure;
    const figure = theirs[key];
    if (figure === undefined) return `${key} is not published`;
    if (agrees(key, figure)) return `${key} does not differ`;
    return agrees(key, difference.ours) ? [] : `${key} differs in another way than is said`;
  });
  return [...unexplained, ...stale];
}

describe('published figures', () => {
  it.each(Object.entries(PUBLISHED))('of %s agree with the count, or differ as is said', (name, entry) => {
    expect(faults(name, entry)).toEqual([]);
  });

  it('are found where one differs, beside one whose difference is said', () => {
    const entry = PUBLISHED.ProgressiveNet_0 as Published;
    expect(faults('ProgressiveNet_0', { ...entry, flops: { mx: 943_000_000 } })).toEqual(['flops.mx differs']);
  });

  it.each([
    ['megabytes does not differ', { megabytes: 8 }],
    ['megabytes differs in another way than is said', { differences: { megabytes: { ours: 9, why: 'A slip.' } } }],
    ['params is not published', { megabytes: 8, differences: { params: { ours: 1, why: 'A slip.' } } }],
  ])('have no difference that is none: %s', (fault, change) => {
    expect(faults('ProgressiveNet_0', { ...(PUBLISHED.ProgressiveNet_0 as Published), ...change })).toEqual([fault]);
  });

  it('are per cent where they are accuracies', () => {
    const percents = Object.values(PUBLISHED).flatMap(({ accuracy = {} }) => Object.values(accuracy));
    expect(percents.length).toBeGreaterThan(0);
    expect(percents.filter((percent) => percent < 50 || percent > 100)).toEqual([]);
  });
});
