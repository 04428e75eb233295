import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import { createEmbedding } from './embedding.ts';
import { fuseTemplate } from './template.ts';

const CONTRACT = drawnContract('a', 2);
const FACES = [createEmbedding([1, 0], CONTRACT), createEmbedding([0, 1], CONTRACT)];

describe('weights of a template', () => {
  it('turn it towards the face that counts more', () => {
    const { embedding, faceCount } = fuseTemplate(FACES, [3, 4]);
    expect(Array.from(embedding.vector)).toEqual([0.6, 0.8].map(Math.fround));
    expect(faceCount).toBe(2);
  });

  it('only count beside each other, and equal ones change nothing', () => {
    expect(fuseTemplate(FACES, [6, 6])).toEqual(fuseTemplate(FACES));
  });

  it.each([
    ['too few', [1]],
    ['too many', [1, 1, 1]],
    ['negative', [2, -1]],
    ['not a number', [1, Number.NaN]],
    ['endless', [1, Number.POSITIVE_INFINITY]],
    ['all zero', [0, 0]],
  ])('are refused where they are %s', (_, weights) => {
    expect(() => fuseTemplate(FACES, weights)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
  });
});

describe('the norm of a template', () => {
  it('tells how much its faces agree', () => {
    const [first] = FACES as [(typeof FACES)[0]];
    expect(fuseTemplate([first, first]).embedding.norm).toBe(1);
    expect(fuseTemplate(FACES).embedding.norm).toBeCloseTo(Math.SQRT1_2, 6);
  });
});
