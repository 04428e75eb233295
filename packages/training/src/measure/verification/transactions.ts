import { cosineSimilarity, fuseFrames } from '@face-verify/core';
import {
  bootstrapIntervals,
  errorRates,
  type Figure,
  falseMatchIntervals,
  indexSubjects,
  intervalOfNone,
  type SubjectPairs,
  subjectPairDistribution,
} from '@face-verify/eval';
import { createRandom } from '../../data/random.ts';
import { groupByIdentity } from '../quality/group-by-identity.ts';
import type { KnownFace } from './known-face.ts';

/** What one decision looks at: photographs that made a template, and attempts of which the best counts. */
export interface TransactionKind {
  readonly enrolled: number;
  readonly attempts: number;
}

/** How often transactions of one kind go wrong, at one threshold. */
export interface TransactionFigures extends TransactionKind {
  /** With photographs enough for it. */
  readonly people: number;
  /** Share of the people's photographs that `enrol` would have made no template of; those are in no transaction. */
  readonly notEnrolled: number;
  /** Share of a person's own transactions that end as non-match. */
  readonly fnmr: Figure;
  /** Share of strangers' transactions that end as match. */
  readonly fmr: Figure;
}

const DRAWS = 3;
const SEED = 1;
const RESAMPLES = 500;

/**
 * Draws for each person photographs to enrol and others to attempt with, and lets everybody attempt at everybody's
 * template.
 *
 * @param threshold - a similarity; also what links photographs that are enrolled, as `enrol` does
 * @returns undefined where fewer than two people have photographs enough
 */
export function transactionFigures(
  faces: readonly KnownFace[],
  kind: TransactionKind,
  threshold: number,
): TransactionFigures | undefined {
  const { enrolled, attempts } = kind;
  const people = [...groupByIdentity(faces).values()].filter((own) => own.length >= enrolled + attempts);
  if (people.length < 2) return undefined;
  const { pairs, notEnrolled } = drawTransactions(people, kind, threshold);
  const distribution = subjectPairDistribution(pairs);
  const rates = errorRates(distribution, threshold);
  const [fmr] = falseMatchIntervals(pairs, [threshold], { resamples: RESAMPLES });
  const { fnmr } = bootstrapIntervals(
    ownOf(pairs),
    { fnmr: (resample) => errorRates(resample, threshold).fnmr },
    { resamples: RESAMPLES },
  );
  const intervals = { fmr, fnmr };
  // Transactions of one person hang together, so that without an error only people and pairs of them count as trials.
  const figure = (name: 'fmr' | 'fnmr', trials: number): Figure => {
    const value = rates[name] as number;
    return { value, interval: (value === 0 ? undefined : intervals[name]) ?? intervalOfNone(trials) };
  };
  const count = people.length;
  return {
    ...kind,
    people: count,
    notEnrolled,
    fnmr: figure('fnmr', count),
    fmr: figure('fmr', (count * (count - 1)) / 2),
  };
}

/** Those of one person, without which a resample of the others need not be weighed. */
function ownOf({ similarities, probeSubjects, referenceSubjects, subjectCount }: SubjectPairs): SubjectPairs {
  const isOwn = (_: number, pair: number) => probeSubjects[pair] === referenceSubjects[pair];
  return {
    similarities: similarities.filter(isOwn),
    probeSubjects: probeSubjects.filter(isOwn),
    referenceSubjects: referenceSubjects.filter(isOwn),
    subjectCount,
  };
}

function drawTransactions(
  people: readonly (readonly KnownFace[])[],
  { enrolled, attempts }: TransactionKind,
  linkSimilarity: number,
): { pairs: SubjectPairs; notEnrolled: number } {
  const random = createRandom(SEED);
  const { subjects, subjectCount } = indexSubjects(people.map(([face]) => face?.identity ?? ''));
  const pairs: { similarity: number; probe: number; reference: number }[] = [];
  let templates = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = people.map((own) => {
      const embeddings = shuffled(own, random).map(({ embedding }) => embedding);
      const { template, kept } = fuseFrames(embeddings.slice(0, enrolled), { linkSimilarity });
      // As `enrol` does: there is a template only where more than half agree.
      const reference = 2 * kept.length > enrolled ? template.embedding : undefined;
      return { reference, probes: embeddings.slice(enrolled, enrolled + attempts) };
    });
    for (const [r, { reference }] of drawn.entries()) {
      if (reference === undefined) continue;
      templates++;
      for (const [p, { probes }] of drawn.entries()) {
        const similarity = Math.max(...probes.map((probe) => cosineSimilarity(probe, reference)));
        pairs.push({ similarity, probe: subjects[p] as number, reference: subjects[r] as number });
      }
    }
  }
  const columns = {
    similarities: Float64Array.from(pairs, ({ similarity }) => similarity),
    probeSubjects: Int32Array.from(pairs, ({ probe }) => probe),
    referenceSubjects: Int32Array.from(pairs, ({ reference }) => reference),
    subjectCount,
  };
  return { pairs: columns, notEnrolled: 1 - templates / (DRAWS * people.length) };
}

/** Fisher and Yates 1938. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  return Array.from({ length: items.length }, () => left.splice(Math.floor(random() * left.length), 1)[0] as T);
}
