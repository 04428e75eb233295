import { cosineSimilarity, type Embedding, fuseTemplate, relativeNorms } from '@face-verify/core';
import {
  EvaluationError,
  type Figure,
  indexSubjects,
  pairedDifferences,
  type SubjectPairs,
  subjectPairDistribution,
  VERIFICATION_STATISTICS,
} from '@face-verify/eval';
import { createRandom } from '../../data/random.ts';
import { groupByIdentity } from './group-by-identity.ts';
import { FAR, operatingPoint } from './operating-point.ts';
import type { SeenFace } from './seen-face.ts';

/** Faces of a template. */
export const TEMPLATE_FACES = 5;
const TEMPLATES_PER_PERSON = 10;
const SEED = 1;

/** How the faces of a template are weighted, the damaged ones first. */
const WEIGHTINGS = {
  equal: (faces: readonly Embedding[]) => faces.map(() => 1),
  norm: relativeNorms,
  /** By somebody who knows which are damaged: what there is to gain. */
  undamagedOnly: (faces: readonly Embedding[], damagedFaces: number) => faces.map((_, i) => Number(i >= damagedFaces)),
} as const;

type Weighting = keyof typeof WEIGHTINGS;

/** How well templates of five faces of a person, some of them damaged, find the person's undamaged faces. */
export interface FusionFigures {
  /** Of the five. */
  readonly damagedFaces: number;
  /** TAR at {@link FAR}, with each weighting. */
  readonly tar: Readonly<Record<Weighting, number>>;
  /** What is gained over equal weights. */
  readonly gain: Readonly<Record<Exclude<Weighting, 'equal'>, Figure>>;
}

interface DrawnTemplate {
  readonly identity: string;
  /** The damaged ones first. */
  readonly faces: readonly Embedding[];
  /** Positions in the pack of what it was made of. */
  readonly indices: ReadonlySet<number>;
}

/**
 * Draws templates and compares them with every undamaged face that is not in them.
 *
 * @param damaged - for each condition the same faces as `undamaged`, in its order; each damaged face of a template
 *   comes from one that is drawn
 * @param damagedFaces - fewer than five
 * @throws {EvaluationError} `evaluation-invalid` where the pairs are too few
 */
export function fusionFigures(
  undamaged: readonly SeenFace[],
  damaged: readonly (readonly SeenFace[])[],
  damagedFaces: number,
): FusionFigures {
  const templates = drawTemplates(undamaged, damaged, damagedFaces);
  const compare = (weighting: Weighting) =>
    comparePairs(templates, undamaged, (faces) => WEIGHTINGS[weighting](faces, damagedFaces));
  const pairs = { equal: compare('equal'), norm: compare('norm'), undamagedOnly: compare('undamagedOnly') };
  const tarOf = (weighting: Weighting) => operatingPoint(subjectPairDistribution(pairs[weighting])).tar;
  const gainOf = (weighting: Weighting): Figure => {
    const { tar } = pairedDifferences(pairs[weighting], pairs.equal, { tar: VERIFICATION_STATISTICS['tar@1e-3'] });
    if (tar) return tar;
    throw new EvaluationError('evaluation-invalid', 'The templates are of too few people for an interval.');
  };
  return {
    damagedFaces,
    tar: { equal: tarOf('equal'), norm: tarOf('norm'), undamagedOnly: tarOf('undamagedOnly') },
    gain: { norm: gainOf('norm'), undamagedOnly: gainOf('undamagedOnly') },
  };
}

function drawTemplates(
  undamaged: readonly SeenFace[],
  damaged: readonly (readonly SeenFace[])[],
  damagedFaces: number,
): DrawnTemplate[] {
  const random = createRandom(SEED);
  const draw = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const positions = undamaged.map(({ identity }, position) => ({ identity, position }));
  const people = [...groupByIdentity(positions)].filter(([, own]) => own.length > TEMPLATE_FACES);
  return people.flatMap(([identity, own]) =>
    Array.from({ length: TEMPLATES_PER_PERSON }, () => {
      const left = [...own];
      const faces = Array.from({ length: TEMPLATE_FACES }, (_, i) => {
        const { position } = left.splice(Math.floor(random() * left.length), 1)[0] as { position: number };
        return (i < damagedFaces ? draw(damaged) : undamaged)[position] as SeenFace;
      });
      return {
        identity,
        faces: faces.map(({ embedding }) => embedding),
        indices: new Set(faces.map(({ index }) => index)),
      };
    }),
  );
}

function comparePairs(
  templates: readonly DrawnTemplate[],
  probes: readonly SeenFace[],
  weigh: (faces: readonly Embedding[]) => readonly number[],
): SubjectPairs {
  const { subjects, subjectCount } = indexSubjects(probes.map(({ identity }) => identity));
  const subjectOf = new Map(probes.map(({ identity }, i) => [identity, subjects[i] as number]));
  const pairs = templates.flatMap(({ identity, faces, indices }) => {
    const { embedding } = fuseTemplate(faces, weigh(faces));
    const reference = subjectOf.get(identity) as number;
    return probes.flatMap((probe, i) =>
      indices.has(probe.index)
        ? []
        : [{ similarity: cosineSimilarity(probe.embedding, embedding), probe: subjects[i] as number, reference }],
    );
  });
  return {
    similarities: Float64Array.from(pairs, ({ similarity }) => similarity),
    probeSubjects: Int32Array.from(pairs, ({ probe }) => probe),
    referenceSubjects: Int32Array.from(pairs, ({ reference }) => reference),
    subjectCount,
  };
}
