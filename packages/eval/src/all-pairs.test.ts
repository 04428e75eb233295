import { type ContractId, cosineSimilarity, createEmbedding } from '@face-verify/core';
import { expect, test } from 'vitest';
import { allPairs } from './all-pairs.ts';

const contract = 'test' as ContractId;
const embeddings = [
  [3, 4, 0],
  [1, 2, 2],
  [-2, 0.3, 7],
].map((raw) => createEmbedding(raw, contract));
const vectors = embeddings.map(({ vector }) => vector);

test('each photograph meets each other once, with the similarity that the product computes', () => {
  const pairs = allPairs(vectors, ['ana', 'ben', 'ana']);
  const [a, b, c] = embeddings as [(typeof embeddings)[0], (typeof embeddings)[0], (typeof embeddings)[0]];
  expect([...pairs.similarities]).toEqual([cosineSimilarity(a, b), cosineSimilarity(a, c), cosineSimilarity(b, c)]);
  expect([...pairs.probeSubjects]).toEqual([0, 0, 1]);
  expect([...pairs.referenceSubjects]).toEqual([1, 0, 0]);
  expect(pairs.subjectCount).toBe(2);
});

test('similarities of equal vectors do not leave [-1, 1]', () => {
  const vector = createEmbedding([0.1, 0.2, 0.3, 0.7], contract).vector;
  const pairs = allPairs([vector, vector, vector.map((value) => -value)], [0, 0, 1]);
  expect(Math.max(...pairs.similarities)).toBeLessThanOrEqual(1);
  expect(Math.min(...pairs.similarities)).toBeGreaterThanOrEqual(-1);
});

test('none and one photograph make no pair', () => {
  expect(allPairs([], []).similarities).toHaveLength(0);
  expect(allPairs(vectors.slice(0, 1), ['ana']).similarities).toHaveLength(0);
});

test.each([
  ['not of unit length', Float32Array.of(1, 1, 0)],
  ['zero', new Float32Array(3)],
  ['not finite', Float32Array.of(Number.NaN, 0, 1)],
  ['of another dimension', Float32Array.of(1, 0)],
])('a vector that is %s is refused', (_case, bad) => {
  expect(() => allPairs([...vectors, bad], [0, 1, 2, 3])).toThrow(
    expect.objectContaining({ code: 'embedding-invalid' }),
  );
});

test('as many labels as embeddings are needed', () => {
  expect(() => allPairs(vectors, ['ana'])).toThrow(expect.objectContaining({ code: 'evaluation-invalid' }));
});
