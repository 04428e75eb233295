import { drawnContract } from '@face-verify/testkit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEmbedding, type Embedding } from './embedding.ts';
import { relativeNorms } from './relative-norms.ts';
import { fuseTemplate } from './template.ts';

const CONTRACT = drawnContract('a', 3);

test('norms are told beside their mean, and a single one is the mean', () => {
  const faces = [createEmbedding([1, 0, 0], CONTRACT), createEmbedding([0, 3, 0], CONTRACT)];
  expect(relativeNorms(faces)).toEqual([0.5, 1.5]);
  expect(relativeNorms(faces.slice(1))).toEqual([1]);
  expect(relativeNorms([])).toEqual([]);
});

test('a template weighted by norms is the direction of the sum of what the network gave', () => {
  // All on one side, so that they never cancel.
  const raw = fc.tuple(
    fc.integer({ min: 1, max: 10 }),
    fc.integer({ min: -9, max: 9 }),
    fc.integer({ min: -9, max: 9 }),
  );
  const check = fc.property(fc.array(raw, { minLength: 1, maxLength: 8 }), (raws) => {
    const faces = raws.map((values) => createEmbedding(values, CONTRACT));
    const sum = [0, 1, 2].map((i) => raws.reduce((total, values) => total + (values[i] as number), 0));
    const { vector } = fuseTemplate(faces, relativeNorms(faces)).embedding;
    createEmbedding(sum, CONTRACT).vector.forEach((value, i) => {
      expect(vector[i]).toBeCloseTo(value, 5);
    });
  });
  fc.assert(check, { seed: 1 });
});

test.for([undefined, null, 0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
  'a stored norm of %s weights nothing',
  (norm) => {
    const face = createEmbedding([1, 0, 0], CONTRACT);
    const stored = { ...face, norm } as Embedding;
    expect(() => relativeNorms([face, stored])).toThrow(expect.objectContaining({ code: 'embedding-invalid' }));
    expect(fuseTemplate([face, stored]).embedding.vector).toEqual(face.vector);
  },
);

test('norms of two models are not compared', () => {
  const other = drawnContract('b', 3);
  const faces = [createEmbedding([1, 0, 0], CONTRACT), createEmbedding([1, 0, 0], other)];
  expect(() => relativeNorms(faces)).toThrow(expect.objectContaining({ code: 'contract-mismatch' }));
});
