import { createEmbedding } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import { filmFigures } from './film-figures.ts';

const CONTRACT = drawnContract('m', 3);

/** Three people whose frames are each alike and stand at right angles to the others'. */
const PEOPLE = new Map(
  [0, 1, 2].map((axis) => [
    `person ${axis}`,
    Array.from({ length: 8 }, (_, frame) => {
      const vector = [0, 1, 2].map((i) => (i === axis ? 1 : 0.02 * frame));
      return createEmbedding(vector, CONTRACT);
    }),
  ]),
);

describe('films', () => {
  it('give clean templates where the link tells people apart', () => {
    expect(filmFigures(PEOPLE, 0.6)).toEqual({
      linkSimilarity: 0.6,
      linkedPairsOfOne: 1,
      linkedPairsOfTwo: 0,
      withStranger: 0,
      withoutTemplate: 0,
      cleanWithoutTemplate: 0,
    });
  });

  it('have strangers in every template where everything is linked', () => {
    expect(filmFigures(PEOPLE, -1)).toMatchObject({ linkedPairsOfTwo: 1, withStranger: 1, withoutTemplate: 0 });
  });

  it('give no template where nothing is linked', () => {
    expect(filmFigures(PEOPLE, 1)).toMatchObject({ withoutTemplate: 1, cleanWithoutTemplate: 1 });
  });
});
