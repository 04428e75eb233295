import { fuseTemplate } from '@face-verify/core';
import { expect, test } from 'vitest';
import { drawnCapture, NO_FACE } from '../../testing/drawn-capture.ts';
import { decideEnrolment } from './decide-enrolment.ts';

const THRESHOLD = { similarity: 0.5, fmr: 'unknown' } as const;
const FRONT = drawnCapture([4, 0, 0]);
const TURNED = drawnCapture([1, 0.2, 0]);
const SMILING = drawnCapture([2, 0, 0.2]);
const STRANGER = drawnCapture([0, 0, 1]);
const TWO_FACES = { ...NO_FACE, reason: 'multiple-faces' } as const;

test('a stranger among the photographs is dropped, named, and changes nothing about the template', () => {
  const captures = [FRONT, STRANGER, TURNED, SMILING];
  const alone = decideEnrolment([FRONT, TURNED, SMILING], THRESHOLD);
  expect(alone).toMatchObject({ outcome: 'enrolled', dropped: [], template: { faceCount: 3 } });
  expect(decideEnrolment(captures, THRESHOLD)).toEqual({ ...alone, captures, dropped: [1] });
});

test.for([
  ['two people', [FRONT, STRANGER]],
  ['two people, twice each', [FRONT, STRANGER, TURNED, STRANGER]],
  ['three people', [FRONT, STRANGER, drawnCapture([0, 1, 0])]],
] as const)('photographs of %s give no template', ([, captures]) => {
  const result = decideEnrolment(captures, THRESHOLD);
  expect(result).toEqual({ outcome: 'inconclusive', reason: 'inconsistent-faces', captures });
});

test('photographs without one face to use are dropped and named, beside the strangers', () => {
  const captures = [NO_FACE, FRONT, TURNED, STRANGER, TWO_FACES, SMILING, FRONT];
  const alone = decideEnrolment([FRONT, TURNED, SMILING, FRONT], THRESHOLD);
  expect(decideEnrolment(captures, THRESHOLD)).toEqual({ ...alone, captures, dropped: [0, 3, 4] });
});

test.for([
  ['half of which have no face', [TWO_FACES, FRONT, NO_FACE, TURNED], 'multiple-faces'],
  ['none of which has a face', [NO_FACE], 'no-face'],
  ['at most half of which show one person', [FRONT, TURNED, STRANGER, NO_FACE], 'inconsistent-faces'],
] as const)('photographs %s give no template', ([, captures, reason]) => {
  expect(decideEnrolment(captures, THRESHOLD)).toEqual({ outcome: 'inconclusive', reason, captures });
});

test('without a threshold one photograph is enrolled, and several only by a similarity that the caller knows', () => {
  const captures = [FRONT, TURNED];
  expect(decideEnrolment([FRONT], undefined)).toMatchObject({ outcome: 'enrolled', template: { faceCount: 1 } });
  const unknown = decideEnrolment(captures, undefined);
  expect(unknown).toEqual({ outcome: 'inconclusive', reason: 'model-not-trained', captures });
  expect(decideEnrolment(captures, undefined, { linkSimilarity: 0.9 })).toMatchObject({ outcome: 'enrolled' });
});

test('the caller says how alike photographs have to be, down to not at all', () => {
  const captures = [FRONT, TURNED, SMILING, STRANGER];
  expect(decideEnrolment(captures, THRESHOLD, { linkSimilarity: 1 })).toMatchObject({ reason: 'inconsistent-faces' });
  expect(decideEnrolment(captures, THRESHOLD, { linkSimilarity: -1 })).toMatchObject({ dropped: [] });
  expect(() => decideEnrolment(captures, THRESHOLD, { linkSimilarity: Number.NaN })).toThrow(
    expect.objectContaining({ code: 'option-invalid' }),
  );
});

test('photographs count the same, or as much as their norms', () => {
  const [front, turned] = [FRONT.embedding, TURNED.embedding];
  const equal = decideEnrolment([FRONT, TURNED], THRESHOLD);
  expect(equal).toMatchObject({ template: fuseTemplate([front, turned]) });
  const byNorm = decideEnrolment([FRONT, TURNED], THRESHOLD, { weighting: 'norm' });
  expect(byNorm.outcome === 'enrolled' && Array.from(byNorm.template.embedding.vector)).toEqual(
    [5 / Math.hypot(5, 0.2), 0.2 / Math.hypot(5, 0.2), 0].map((value) => expect.closeTo(value, 6)),
  );
});

test('the mirror image of a face counts as much as the face, and no stranger is linked by it', () => {
  const mirrored = [FRONT, TURNED, STRANGER].map((_, i) => drawnCapture([3, 0, 0.1 * (i + 1)]).embedding);
  const result = decideEnrolment([FRONT, TURNED, STRANGER], THRESHOLD, {}, mirrored);
  const faces = [FRONT.embedding, mirrored[0], TURNED.embedding, mirrored[1]].flatMap((view) => view ?? []);
  expect(result).toMatchObject({
    dropped: [2],
    template: { faceCount: 2, embedding: fuseTemplate(faces).embedding },
  });
});

test('no photographs, and those of two models, are refused', () => {
  expect(() => decideEnrolment([], THRESHOLD)).toThrow(expect.objectContaining({ code: 'embedding-invalid' }));
  expect(() => decideEnrolment([FRONT, drawnCapture([4, 0, 0], 'other')], THRESHOLD)).toThrow(
    expect.objectContaining({ code: 'contract-mismatch' }),
  );
});
