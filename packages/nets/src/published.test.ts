import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { PUBLISHED } from './published.ts';
import { NETWORKS } from './registry.ts';

/** Some figures are printed with one or two digits. */
const TOLERANCE = 0.03;

describe('published figures', () => {
  it.each(Object.entries(PUBLISHED))('of %s agree with the count, or it is said why not', (name, published) => {
    const { params, trainableParams, flops = {}, megabytes, difference } = published;
    const ours = count(NETWORKS[name]?.() as never);
    const figures: readonly (readonly [number | undefined, ...number[]])[] = [
      [params, ours.params],
      [trainableParams, ours.trainableParams],
      [flops.tf, ours.flops.tf],
      [flops.mx, ours.flops.mx],
      [flops.twiceMacs, 2 * ours.macs],
      [megabytes, (4 * ours.params) / 1e6, (4 * ours.params) / 2 ** 20],
    ];
    const off = figures.filter(
      ([theirs, ...readings]) =>
        theirs !== undefined && !readings.some((reading) => Math.abs(reading / theirs - 1) < TOLERANCE),
    );
    if (difference === undefined) expect(off).toEqual([]);
  });

  it('are per cent where they are accuracies', () => {
    const percents = Object.values(PUBLISHED).flatMap(({ accuracy = {} }) => Object.values(accuracy));
    expect(percents.filter((percent) => percent < 50 || percent > 100)).toEqual([]);
  });
});
