import { FaceVerifyError } from '@face-verify/core';
import { EvaluationError } from './evaluation-error.ts';
import { indexSubjects, type SubjectPairs } from './subject-pairs.ts';

/** How far from 1 a vector's length may be; single precision over some hundred dimensions stays well below. */
const UNIT_TOLERANCE = 1e-3;

/**
 * Compares every photograph of a set with every other, each pair once and none with itself. For n photographs these are
 * n·(n − 1)/2 pairs of 16 bytes each: 800 photographs are 5 MB, 14,000 are 1.6 GB.
 *
 * @param embeddings - unit vectors of one length
 * @param labels - for each embedding the subject that it shows
 * @throws {FaceVerifyError} `embedding-invalid` for a vector that is not of unit length or of another dimension;
 *   `evaluation-invalid` where there are not as many labels as embeddings
 */
export function allPairs(embeddings: readonly Float32Array[], labels: readonly (string | number)[]): SubjectPairs {
  if (labels.length !== embeddings.length) {
    throw new EvaluationError('evaluation-invalid', 'Every embedding needs the label of its subject.', {
      details: { embeddings: embeddings.length, labels: labels.length },
    });
  }
  assertUnitVectors(embeddings);
  const { subjects, subjectCount } = indexSubjects(labels);
  const pairCount = (embeddings.length * (embeddings.length - 1)) / 2;
  const similarities = new Float64Array(pairCount);
  const probeSubjects = new Int32Array(pairCount);
  const referenceSubjects = new Int32Array(pairCount);
  let pair = 0;
  for (const [i, probe] of embeddings.entries()) {
    for (let j = i + 1; j < embeddings.length; j++) {
      similarities[pair] = cosine(probe, embeddings[j] as Float32Array);
      probeSubjects[pair] = subjects[i] as number;
      referenceSubjects[pair] = subjects[j] as number;
      pair++;
    }
  }
  return { similarities, probeSubjects, referenceSubjects, subjectCount };
}

function assertUnitVectors(embeddings: readonly Float32Array[]): void {
  const dimension = embeddings[0]?.length;
  embeddings.forEach((vector, index) => {
    const length = Math.sqrt(dotProduct(vector, vector));
    // Written so that NaN fails too.
    if (vector.length !== dimension || !(Math.abs(length - 1) <= UNIT_TOLERANCE)) {
      throw new FaceVerifyError('embedding-invalid', 'All pairs need unit vectors of one dimension.', {
        details: { index, dimension: vector.length, length: String(length) },
      });
    }
  });
}

/** As `cosineSimilarity` of core does it, so that thresholds found here mean the same there. */
function cosine(p: Float32Array, q: Float32Array): number {
  return Math.min(1, Math.max(-1, dotProduct(p, q)));
}

function dotProduct(p: Float32Array, q: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < p.length; i++) dot += (p[i] as number) * (q[i] as number);
  return dot;
}
