import { type Embedding, embeddingCodec } from '@face-verify/core';
import {
  allPairs,
  bootstrapIntervals,
  errorRates,
  type Figure,
  intervalOfNone,
  type SubjectPairs,
  subjectPairDistribution,
} from '@face-verify/eval';
import type { Condition, ConditionStep, FoundPhotograph } from './condition.ts';
import { nameOfStep } from './conditions.ts';
import type { ImageOutcome } from './image-outcome.ts';

/** What the pipeline made of every photograph in one step of a condition. */
export interface StepOutcomes {
  readonly condition: Condition;
  readonly step: ConditionStep;
  /** In the order of the photographs. */
  readonly outcomes: readonly ImageOutcome[];
}

/** How often something went wrong among pairs that were decided. */
export interface DecidedPairs {
  readonly pairs: number;
  readonly errors: number;
  /** Absent where there are no such pairs, or too few people for an interval. */
  readonly rate?: Figure;
}

/** How the pipeline does where both photographs of a pair are in one condition. */
export interface StepReport {
  readonly name: string;
  readonly photographs: number;
  /** Photographs refused, by reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** Pairs of two people; an error is a match. */
  readonly strangers: DecidedPairs;
  /** Pairs of one person; an error is a non-match. */
  readonly mated: DecidedPairs;
  /** Photographs in the condition, each with itself as it is; an error is a non-match. */
  readonly ownOriginal: Omit<DecidedPairs, 'rate'>;
}

/** What came of conditions in one set of photographs. */
export interface MeasuredConditions {
  readonly people: number;
  readonly photographs: number;
  readonly steps: readonly StepReport[];
}

/** What came of all conditions, at one threshold. */
export interface ConditionsReport extends MeasuredConditions {
  /** Digest of the weights that were measured. */
  readonly weights: string;
  readonly threshold: number;
  /** More people, in the conditions that the others left open; the photographs as they are first. */
  readonly morePeople?: MeasuredConditions;
}

/**
 * @param results - of the photographs as they are first
 * @param threshold - a similarity
 */
export function reportConditions(
  photographs: readonly FoundPhotograph[],
  results: readonly StepOutcomes[],
  threshold: number,
): MeasuredConditions {
  const identities = photographs.map(({ identity }) => identity);
  const originals = (results[0]?.outcomes ?? []).map(embeddingOf);
  return {
    people: new Set(identities).size,
    photographs: photographs.length,
    steps: results.map(({ condition, step, outcomes }) => ({
      name: nameOfStep(condition, step),
      ...reportStep(identities, outcomes, originals, threshold),
    })),
  };
}

function reportStep(
  identities: readonly string[],
  outcomes: readonly ImageOutcome[],
  originals: readonly (Embedding | undefined)[],
  threshold: number,
): Omit<StepReport, 'name'> {
  const faces = outcomes.flatMap((outcome, i) => {
    const embedding = embeddingOf(outcome);
    return embedding === undefined ? [] : [{ embedding, identity: identities[i] as string, original: originals[i] }];
  });
  const pairs = allPairs(
    faces.map(({ embedding }) => embedding.vector),
    faces.map(({ identity }) => identity),
  );
  const withOriginal = faces.flatMap(({ embedding, original }) =>
    original === undefined ? [] : [allPairs([embedding.vector, original.vector], [0, 0]).similarities[0] as number],
  );
  return {
    photographs: outcomes.length,
    refused: countReasons(outcomes),
    ...decidedPairs(pairs, threshold),
    ownOriginal: {
      pairs: withOriginal.length,
      errors: withOriginal.filter((similarity) => similarity < threshold).length,
    },
  };
}

function decidedPairs(pairs: SubjectPairs, threshold: number): Pick<StepReport, 'strangers' | 'mated'> {
  const people = new Set([...pairs.probeSubjects, ...pairs.referenceSubjects]).size;
  const { matedTotal, nonMatedTotal, ...distribution } = subjectPairDistribution(pairs);
  const whole = errorRates({ ...distribution, matedTotal, nonMatedTotal }, threshold);
  const intervals =
    people < 2
      ? { fmr: undefined, fnmr: undefined }
      : bootstrapIntervals(pairs, {
          fmr: (resample) => errorRates(resample, threshold).fmr,
          fnmr: (resample) => errorRates(resample, threshold).fnmr,
        });
  const twice = new Set(pairs.probeSubjects.filter((subject, i) => subject === pairs.referenceSubjects[i])).size;
  // Pictures of one person hang together, so that without an error only pairs of people count as trials.
  return {
    strangers: decided(nonMatedTotal, whole.fmr, intervals.fmr, (people * (people - 1)) / 2),
    mated: decided(matedTotal, whole.fnmr, intervals.fnmr, twice),
  };
}

function decided(pairs: number, value: number | undefined, bootstrap: Figure['interval'] | undefined, trials: number) {
  if (value === undefined) return { pairs, errors: 0 };
  const interval = value === 0 ? intervalOfNone(trials) : bootstrap;
  const errors = Math.round(value * pairs);
  return interval === undefined ? { pairs, errors } : { pairs, errors, rate: { value, interval } };
}

function embeddingOf(outcome: ImageOutcome): Embedding | undefined {
  return outcome.outcome === 'captured' ? embeddingCodec.decode(outcome.embedding) : undefined;
}

function countReasons(outcomes: readonly ImageOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    if (outcome.outcome === 'refused') counts[outcome.reason] = (counts[outcome.reason] ?? 0) + 1;
  }
  return counts;
}
