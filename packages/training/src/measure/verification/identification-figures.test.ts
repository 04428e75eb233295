import { createEmbedding } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import { identificationFigures } from './identification-figures.ts';
import type { KnownFace } from './known-face.ts';

const DIMENSION = 60;
const CONTRACT = drawnContract('drawn', DIMENSION);
const measured = (similarity: number, targetFmr: number) => ({
  similarity,
  targetFmr,
  fmrInterval: [targetFmr, targetFmr] as const,
  measuredOn: 'nothing',
});

/** A person for each dimension, so that no two are alike, with so many photographs. */
function people(photographs: number, confused: readonly (readonly [number, number])[] = []): KnownFace[] {
  const twinOf = new Map(confused);
  return Array.from({ length: DIMENSION }, (_, person) =>
    Array.from({ length: photographs }, () => {
      const raw = new Float32Array(DIMENSION);
      raw[twinOf.get(person) ?? person] = 1;
      return { identity: `${person}`, embedding: createEmbedding(raw, CONTRACT) };
    }),
  ).flat();
}

const rule = (...thresholds: ReturnType<typeof measured>[]) => ({
  contract: CONTRACT,
  dimension: DIMENSION,
  thresholds,
  thresholdsAgainstSimilar: [],
});

describe('what identification does in galleries', () => {
  it('finds everybody and no stranger where faces tell people apart', () => {
    const [figures] = identificationFigures(people(3), rule(measured(0.5, 0.01)), 20);
    expect(figures).toMatchObject({ gallerySize: 20, targetFmr: 0.01, expectedFpir: expect.closeTo(0.182, 3) });
    expect(figures?.fpir.value).toBe(0);
    expect(figures?.fpir.interval[1]).toBeGreaterThan(0);
    expect(figures?.enrolled.withMargin).toMatchObject({ themselves: { value: 1 }, somebodyElse: { value: 0 } });
  });

  it('counts a stranger who looks like somebody of the gallery, and decides nothing between two who look the same', () => {
    const faces = people(3, [[1, 0]]);
    const [nearlyAll] = identificationFigures(faces, rule(measured(0.5, 0.01)), DIMENSION - 1);
    for (const { undecided } of Object.values(nearlyAll?.enrolled ?? {})) {
      expect(undecided.value).toBeGreaterThan(0);
      expect(undecided.value).toBeLessThanOrEqual(2 / (DIMENSION - 1));
    }
    const [some] = identificationFigures(faces, rule(measured(0.5, 0.01)), 30);
    expect(some?.fpir.value).toBeGreaterThan(0);
    expect(some?.fpir.value).toBeLessThan(0.1);
  });

  it('leaves out people of whom there is one photograph only: nobody comes with the one that is enrolled', () => {
    const alone = { identity: 'alone', embedding: createEmbedding(new Float32Array(DIMENSION).fill(1), CONTRACT) };
    const faces = [...people(2), alone];
    expect(identificationFigures(faces, rule(measured(0.5, 0.01)), 10)).toEqual(
      identificationFigures(people(2), rule(measured(0.5, 0.01)), 10),
    );
  });

  it('has a line for each threshold', () => {
    const figures = identificationFigures(people(2), rule(measured(0.5, 0.01), measured(0.6, 0.001)), 10);
    expect(figures.map(({ targetFmr }) => targetFmr)).toEqual([0.01, 0.001]);
  });
});
