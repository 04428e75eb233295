import { contractId, createEmbedding } from '@face-verify/core';
import { describe, expect, it } from 'vitest';
import type { KnownFace } from './known-face.ts';
import { transactionFigures } from './transactions.ts';

const CONTRACT = contractId({
  modelId: 'drawn',
  dimension: 3,
  weightsSha256: '0'.repeat(64),
  detectorSha256: '0'.repeat(64),
  pointNetworkSha256: '0'.repeat(64),
});
const face = (identity: string, ...raw: number[]): KnownFace => ({
  identity,
  embedding: createEmbedding(raw, CONTRACT),
});
const person = (identity: string, photographs: number, ...raw: number[]) =>
  Array.from({ length: photographs }, () => face(identity, ...raw));

describe('transactions', () => {
  const people = [...person('a', 4, 1, 0, 0), ...person('b', 4, 0, 1, 0), ...person('c', 2, 0, 0, 1)];

  it('of people who always look alike never go wrong, as far as so few can tell', () => {
    const figures = transactionFigures(people, { enrolled: 3, attempts: 1 }, 0.5);
    expect(figures).toMatchObject({ people: 2, notEnrolled: 0, fnmr: { value: 0 }, fmr: { value: 0 } });
    expect(figures?.fnmr.interval[1]).toBeGreaterThan(0.5);
    expect(transactionFigures(people, { enrolled: 1, attempts: 1 }, 0.5)?.people).toBe(3);
  });

  it('need photographs that no template has', () => {
    expect(transactionFigures(people, { enrolled: 3, attempts: 2 }, 0.5)).toBeUndefined();
  });

  it('have the best of several attempts, which strangers have too', () => {
    // Of two photographs of each person one looks like another person.
    const mixed = [
      face('a', 1, 0, 0),
      face('a', 0, 1, 0),
      face('a', 1, 0, 0),
      face('b', 0, 1, 0),
      face('b', 1, 0, 0),
      face('b', 0, 1, 0),
    ];
    const once = transactionFigures(mixed, { enrolled: 1, attempts: 1 }, 0.5);
    const twice = transactionFigures(mixed, { enrolled: 1, attempts: 2 }, 0.5);
    expect(twice?.fnmr.value).toBeLessThan(once?.fnmr.value ?? 0);
    expect(twice?.fmr.value).toBeGreaterThan(once?.fmr.value ?? 1);
  });

  it('leave out photographs that disagree, and whoever is not enrolled', () => {
    const torn = [face('a', 1, 0, 0), face('a', 0, 1, 0), face('a', 0, 0, 1), face('a', 1, 0, 0)];
    const figures = transactionFigures([...person('b', 4, 0, 1, 0), ...torn], { enrolled: 2, attempts: 1 }, 0.5);
    expect(figures?.notEnrolled).toBeGreaterThan(0);
    expect(figures?.notEnrolled).toBeLessThanOrEqual(0.5);
  });
});
