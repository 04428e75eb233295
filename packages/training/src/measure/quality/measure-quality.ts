import { meanOf, subjectPairDistribution } from '@face-verify/eval';
import { noseOffset } from '../../data/nose-offset.ts';
import { cropPairs } from '../verification/crop-pairs.ts';
import { type ConditionFigures, conditionFigures } from './condition-figures.ts';
import type { Damage } from './damages.ts';
import { type FusionFigures, fusionFigures } from './fusion-figures.ts';
import { groupByIdentity } from './group-by-identity.ts';
import { operatingPoint } from './operating-point.ts';
import type { SeenFace } from './seen-face.ts';

const YAW_AXIS = 'nose off the middle, in eye distances (0.3: about 30°)';
/** Where the groups by yaw begin. */
const YAW_STARTS = [0, 0.075, 0.15, 0.225, 0.3, 0.4];
const NORM_GROUPS = 4;
/** How many of a template's five faces are damaged. */
const DAMAGED_FACES = [0, 2, 4];

/** The undamaged faces, damaged, in their order. */
export interface DamagedFaces {
  readonly damage: Damage;
  readonly strength: number;
  readonly faces: readonly SeenFace[];
}

export interface QualityPoint extends ConditionFigures {
  /** Where it stands on its axis. */
  readonly x: number;
}

/** The way from good faces to poor ones. */
export interface QualitySeries {
  readonly title: string;
  readonly axis: string;
  readonly points: readonly QualityPoint[];
}

/** What a model's norm tells about faces. */
export interface QualityReport {
  readonly faces: number;
  readonly people: number;
  /** The similarity that holds the FAR among the undamaged faces. */
  readonly threshold: number;
  readonly series: readonly QualitySeries[];
  /** Undamaged faces in equal groups, from the smallest norms to the largest, by their mean norm. */
  readonly norms: readonly QualityPoint[];
  readonly fusion: readonly FusionFigures[];
}

/**
 * @param undamaged - of two people or more, of each two or more
 * @throws {EvaluationError} `evaluation-invalid` where the faces are too few
 */
export function measureQuality(undamaged: readonly SeenFace[], damaged: readonly DamagedFaces[]): QualityReport {
  const pairs = cropPairs(undamaged.map(({ record, embedding }) => ({ record, embedding: embedding.vector })));
  const { threshold } = operatingPoint(subjectPairDistribution(pairs));
  const point = (x: number, faces: readonly SeenFace[]): QualityPoint => ({
    x,
    ...conditionFigures(faces, undamaged, threshold),
  });
  const groups = (measure: (face: SeenFace) => number, starts: readonly number[]): QualityPoint[] =>
    starts.flatMap((start, i) => {
      const end = starts[i + 1] ?? Number.POSITIVE_INFINITY;
      const faces = undamaged.filter((face) => measure(face) >= start && measure(face) < end);
      return faces.length === 0 ? [] : [point(meanOf(faces.map(measure)), faces)];
    });
  const curve = (damage: Damage): QualitySeries => ({
    title: damage.title,
    axis: damage.axis,
    points: [{ strength: damage.none, faces: undamaged }, ...damaged.filter((own) => own.damage === damage)].map(
      ({ strength, faces }) => point(strength, faces),
    ),
  });
  return {
    faces: undamaged.length,
    people: groupByIdentity(undamaged).size,
    threshold,
    series: [
      ...[...new Set(damaged.map(({ damage }) => damage))].map(curve),
      { title: 'Yaw', axis: YAW_AXIS, points: groups(({ record }) => noseOffset(record), YAW_STARTS) },
    ],
    norms: groups(normOf, startsOfEqualGroups(undamaged.map(normOf), NORM_GROUPS)),
    fusion: DAMAGED_FACES.map((count) =>
      fusionFigures(
        undamaged,
        damaged.map(({ faces }) => faces),
        count,
      ),
    ),
  };
}

function normOf({ embedding }: SeenFace): number {
  return embedding.norm;
}

/** Where groups of equally many values begin. */
function startsOfEqualGroups(values: readonly number[], groups: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from({ length: groups }, (_, i) => sorted[Math.floor((i * sorted.length) / groups)] as number);
}
