import { cosineSimilarity } from '@face-verify/core';
import { type Figure, meanWithInterval, type Observation } from '@face-verify/eval';
import { groupByIdentity } from './group-by-identity.ts';
import type { SeenFace } from './seen-face.ts';

/** How long embeddings are in one condition, and how well they are told apart. */
export interface ConditionFigures {
  readonly faces: number;
  /** Norm over the mean norm of the same person's undamaged faces. */
  readonly relativeNorm: Figure;
  /** Share of the pairs with another, undamaged face of the same person that reach the threshold. */
  readonly trueMatchRate: Figure;
  /** The same of undamaged faces of other people. */
  readonly falseMatchRate: number;
}

/**
 * Compares faces in a condition with undamaged ones.
 *
 * @param probes - faces of people of whom there are two undamaged ones or more; at least one
 * @param undamaged - of at least two people
 * @param threshold - a similarity
 */
export function conditionFigures(
  probes: readonly SeenFace[],
  undamaged: readonly SeenFace[],
  threshold: number,
): ConditionFigures {
  const mated: Observation[] = [];
  let nonMated = 0;
  let falseMatches = 0;
  for (const probe of probes) {
    for (const reference of undamaged) {
      if (reference.index === probe.index) continue;
      const isMatch = cosineSimilarity(probe.embedding, reference.embedding) >= threshold;
      if (reference.identity === probe.identity) {
        mated.push({ identity: probe.identity, value: Number(isMatch) });
      } else {
        nonMated++;
        if (isMatch) falseMatches++;
      }
    }
  }
  const relative = relativeNorm(undamaged);
  return {
    faces: probes.length,
    relativeNorm: meanWithInterval(probes.map((face) => ({ identity: face.identity, value: relative(face) }))),
    trueMatchRate: meanWithInterval(mated),
    falseMatchRate: falseMatches / nonMated,
  };
}

/** Of a face beside the undamaged ones of its person, so that how long a person's embeddings tend to be cancels. */
function relativeNorm(undamaged: readonly SeenFace[]): (face: SeenFace) => number {
  const means = new Map(
    [...groupByIdentity(undamaged)].map(([identity, faces]) => [
      identity,
      faces.reduce((sum, { embedding }) => sum + embedding.norm, 0) / faces.length,
    ]),
  );
  return ({ identity, embedding }) => embedding.norm / (means.get(identity) as number);
}
