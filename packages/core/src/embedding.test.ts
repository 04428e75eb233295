import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import { cosineSimilarity, createEmbedding } from './embedding.ts';
import { fuseTemplate } from './template.ts';

const CONTRACT = drawnContract('a', 3);
const OTHER = drawnContract('b', 3);

describe('embeddings', () => {
  it('are of unit length and remember their norm', () => {
    const { vector, norm } = createEmbedding([3, 0, 4], CONTRACT);
    expect(Array.from(vector)).toEqual([0.6, 0, 0.8].map(Math.fround));
    expect(norm).toBe(5);
  });

  it.each([
    ['nothing', []],
    ['zeros', [0, 0, 0]],
    ['something that is not a number', [1, Number.NaN, 0]],
    ['infinity', [Number.POSITIVE_INFINITY, 0, 0]],
  ])('are refused for %s', (_, raw) => {
    expect(() => createEmbedding(raw, CONTRACT)).toThrow(expect.objectContaining({ code: 'embedding-invalid' }));
  });

  it('compare symmetrically, within [-1, 1]', () => {
    const p = createEmbedding([1, 2, 3], CONTRACT);
    const q = createEmbedding([-2, 1, 0.5], CONTRACT);
    expect(cosineSimilarity(p, q)).toBe(cosineSimilarity(q, p));
    expect(cosineSimilarity(p, p)).toBeCloseTo(1, 6);
    expect(cosineSimilarity(p, p)).toBeLessThanOrEqual(1);
  });

  it('of different weights are not compared', () => {
    const p = createEmbedding([1, 2, 3], CONTRACT);
    const q = createEmbedding([1, 2, 3], OTHER);
    expect(() => cosineSimilarity(p, q)).toThrow(expect.objectContaining({ code: 'contract-mismatch' }));
  });
});

describe('templates', () => {
  it('average the directions of their faces', () => {
    const { embedding, faceCount } = fuseTemplate([
      createEmbedding([9, 0, 0], CONTRACT),
      createEmbedding([0, 1, 0], CONTRACT),
    ]);
    expect(Array.from(embedding.vector)).toEqual([Math.SQRT1_2, Math.SQRT1_2, 0].map(Math.fround));
    expect(faceCount).toBe(2);
  });

  it('need a face, and faces of one model', () => {
    expect(() => fuseTemplate([])).toThrow(expect.objectContaining({ code: 'embedding-invalid' }));
    const mixed = [createEmbedding([1, 0, 0], CONTRACT), createEmbedding([1, 0, 0], OTHER)];
    expect(() => fuseTemplate(mixed)).toThrow(expect.objectContaining({ code: 'contract-mismatch' }));
  });

  it('are refused where the faces cancel each other', () => {
    const opposite = [createEmbedding([1, 0, 0], CONTRACT), createEmbedding([-1, 0, 0], CONTRACT)];
    expect(() => fuseTemplate(opposite)).toThrow(expect.objectContaining({ code: 'embedding-invalid' }));
  });
});
