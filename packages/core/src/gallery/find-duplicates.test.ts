import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import { cosineSimilarity, createEmbedding } from '../embedding.ts';
import type { Threshold } from '../threshold.ts';
import { createGallery } from './create-gallery.ts';
import {
  type DuplicateOptions,
  type DuplicatesResult,
  findDuplicates,
  type SearchProgress,
} from './find-duplicates.ts';
import type { Gallery } from './gallery.ts';
import type { IdentificationRule } from './identification-rule.ts';

const CONTRACT = drawnContract('drawn', 8);
const measured = (similarity: number, targetFmr: number): Threshold => ({
  similarity,
  targetFmr,
  fmrInterval: [targetFmr / 2, targetFmr * 2],
  measuredOn: 'a set',
});
const RULE: IdentificationRule = {
  contract: CONTRACT,
  dimension: 8,
  thresholds: [measured(0.9, 0.001), measured(0.7, 0.01)],
  thresholdsAgainstSimilar: [],
};

/** Always the same, so that tests are. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

function drawnGallery(size: number): Gallery {
  const next = numbers(1);
  const gallery = createGallery(CONTRACT);
  for (let i = 0; i < size; i++) gallery.add(`${i}`, createEmbedding(Array.from({ length: 8 }, next), CONTRACT));
  return gallery;
}

function search(gallery: Gallery, options?: DuplicateOptions, rule = RULE) {
  const steps: SearchProgress[] = [];
  const running = findDuplicates(gallery, rule, options);
  for (;;) {
    const { done, value } = running.next();
    if (done) return { result: value, steps };
    steps.push(value);
  }
}

function pairsIn(result: DuplicatesResult) {
  if (result.outcome !== 'searched') throw new Error('Nothing was searched.');
  return result.pairs;
}

describe('findDuplicates', () => {
  it('finds exactly the pairs that comparing all with all finds, the most similar first', () => {
    const gallery = drawnGallery(700);
    const faces = [...gallery];
    const expected = faces.flatMap(([p, face], i) =>
      faces.slice(i + 1).flatMap(([q, second]) => {
        const similarity = cosineSimilarity(face, second);
        return similarity >= 0.9 ? [{ ids: [p, q], similarity }] : [];
      }),
    );
    expect(expected.length).toBeGreaterThan(20);
    const { result } = search(gallery);
    expect(pairsIn(result)).toEqual(expected.toSorted((a, b) => b.similarity - a.similarity));
  });

  it('says how many of them are expected to be two people', () => {
    expect(search(drawnGallery(100)).result).toMatchObject({
      outcome: 'searched',
      compared: 4950,
      expectedFalse: 4.95,
      threshold: { similarity: 0.9, fmr: 0.001, basis: 'measured' },
    });
    const own = search(drawnGallery(100), { threshold: { similarity: 0.2 } });
    expect(own.result).toMatchObject({ expectedFalse: 'unknown', threshold: { similarity: 0.2, fmr: 'unknown' } });
  });

  it('counts all but lists no more than the limit, the most similar', () => {
    const all = search(drawnGallery(300), { threshold: { fmr: 0.01 } }).result;
    const few = search(drawnGallery(300), { threshold: { fmr: 0.01 }, limit: 3 }).result;
    expect(pairsIn(few)).toEqual(pairsIn(all).slice(0, 3));
    expect(few).toMatchObject({ found: pairsIn(all).length });
    expect(pairsIn(all).length).toBeGreaterThan(3);
  });

  it('stops after each part, and says how far it is', () => {
    const { steps } = search(drawnGallery(700));
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.every(({ done, total }, i) => total === 244_650 && done > (steps[i - 1]?.done ?? 0))).toBe(true);
    expect(steps.at(-1)).toEqual({ done: 244_650, total: 244_650 });
  });

  it.each([0, 1])('finds nothing in a gallery of %d', (size) => {
    expect(search(drawnGallery(size)).result).toMatchObject({ pairs: [], found: 0, compared: 0, expectedFalse: 0 });
  });

  it('decides nothing with a model without thresholds', () => {
    const { result } = search(drawnGallery(5), undefined, { ...RULE, thresholds: [] });
    expect(result).toEqual({ outcome: 'inconclusive', reason: 'model-not-trained' });
  });

  it.each<[string, (gallery: Gallery) => unknown]>([
    ['grown', (gallery) => gallery.add('new', createEmbedding([1, 0, 0, 0, 0, 0, 0, 0], CONTRACT))],
    ['replaced', (gallery) => gallery.replace('1', createEmbedding([1, 0, 0, 0, 0, 0, 0, 0], CONTRACT))],
    ['removed', (gallery) => gallery.remove('1')],
  ])('does not go on in a gallery in which a subject was %s meanwhile', (_, change) => {
    const gallery = drawnGallery(600);
    const running = findDuplicates(gallery, RULE);
    running.next();
    change(gallery);
    expect(() => running.next()).toThrow(expect.objectContaining({ code: 'gallery-invalid' }));
  });

  it.each<[string, unknown, DuplicateOptions | undefined, string]>([
    ['no gallery', undefined, undefined, 'gallery-invalid'],
    ['a list', [], undefined, 'gallery-invalid'],
    ['another model’s gallery', createGallery(drawnContract('other', 8)), undefined, 'contract-mismatch'],
    ['a limit of 0', drawnGallery(2), { limit: 0 }, 'option-invalid'],
    ['a limit of half a pair', drawnGallery(2), { limit: 0.5 }, 'option-invalid'],
    ['a limit without end', drawnGallery(2), { limit: Number.POSITIVE_INFINITY }, 'option-invalid'],
    ['a rate that was not measured', drawnGallery(2), { threshold: { fmr: 0.5 } }, 'option-invalid'],
  ])('refuses %s', (_, gallery, options, code) => {
    expect(() => findDuplicates(gallery as Gallery, RULE, options).next()).toThrow(expect.objectContaining({ code }));
  });
});
