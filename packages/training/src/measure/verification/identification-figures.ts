import { createGallery, expectedFpir, type Gallery, type IdentificationRule, identify } from '@face-verify/core';
import { type Figure, intervalOfNone, meanWithInterval } from '@face-verify/eval';
import { shuffle } from '../../data/sampling/shuffle.ts';
import { groupByIdentity } from '../quality/group-by-identity.ts';
import type { KnownFace } from './known-face.ts';

/** What becomes of people who are enrolled and come again; shares of their probes. */
export interface EnrolledFigures {
  readonly themselves: Figure;
  readonly somebodyElse: Figure;
  readonly undecided: Figure;
}

/** What identification does in galleries of one size, at one threshold. */
export interface IdentificationFigures {
  readonly gallerySize: number;
  readonly targetFmr: number;
  /** By the formula. */
  readonly expectedFpir: number;
  /** Share of strangers' probes for which somebody reaches the threshold. */
  readonly fpir: Figure;
  /** Without a margin, and with the default one. */
  readonly enrolled: { readonly withoutMargin: EnrolledFigures; readonly withMargin: EnrolledFigures };
}

const GALLERIES = 30;
const SEED = 1;
/** Of a stranger or a subject, in each gallery: more would say the same again. */
const PROBES = 2;

type Outcome = 'themselves' | 'somebodyElse' | 'undecided' | 'nobody';
interface Observed {
  readonly identity: string;
  readonly outcome: Outcome;
}

/**
 * Draws galleries of so many people, each with one photograph, and lets everybody else and themselves come with
 * others, through the same `identify` as the SDK's.
 *
 * @param rule - of the model that the faces were embedded by
 * @returns one for each threshold
 */
export function identificationFigures(
  faces: readonly KnownFace[],
  rule: IdentificationRule,
  gallerySize: number,
): readonly IdentificationFigures[] {
  return rule.thresholds.map(({ targetFmr }) => {
    const strangers: Observed[] = [];
    const [plain, careful]: [Observed[], Observed[]] = [[], []];
    for (const { gallery, probes } of drawGalleries(faces, rule, gallerySize)) {
      for (const { identity, embedding } of probes) {
        const observe = (margin?: number): Observed => {
          const options = { threshold: { fmr: targetFmr }, k: 1, ...(margin !== undefined && { margin }) };
          return { identity, outcome: outcomeOf(identify(embedding, gallery, rule, options), identity) };
        };
        if (!gallery.has(identity)) strangers.push(observe(0));
        else {
          plain.push(observe(0));
          careful.push(observe());
        }
      }
    }
    return {
      gallerySize,
      targetFmr,
      expectedFpir: expectedFpir(targetFmr, gallerySize),
      fpir: shareOf(strangers, 'somebodyElse'),
      enrolled: { withoutMargin: enrolledFigures(plain), withMargin: enrolledFigures(careful) },
    };
  });
}

function outcomeOf(result: ReturnType<typeof identify>, identity: string): Outcome {
  if (result.outcome === 'not-identified') return 'nobody';
  if (result.outcome === 'inconclusive') return 'undecided';
  return result.candidates[0].id === identity ? 'themselves' : 'somebodyElse';
}

function* drawGalleries(faces: readonly KnownFace[], { contract }: IdentificationRule, size: number) {
  const people = [...groupByIdentity(faces).values()].filter((own) => own.length > 1);
  for (let round = 0; round < GALLERIES; round++) {
    const gallery: Gallery = createGallery(contract);
    const probes: KnownFace[] = [];
    for (const person of shuffle(people.length, SEED, round)) {
      const own = people[person] as readonly KnownFace[];
      const photographs = [...shuffle(own.length, SEED + person, round)].map((i) => own[i] as KnownFace);
      if (gallery.size < size) {
        const { identity, embedding } = photographs.pop() as KnownFace;
        gallery.add(identity, embedding);
      }
      probes.push(...photographs.slice(0, PROBES));
    }
    yield { gallery, probes };
  }
}

function enrolledFigures(observed: readonly Observed[]): EnrolledFigures {
  return {
    themselves: shareOf(observed, 'themselves'),
    somebodyElse: shareOf(observed, 'somebodyElse'),
    undecided: shareOf(observed, 'undecided'),
  };
}

function shareOf(observed: readonly Observed[], wanted: Outcome): Figure {
  const share = meanWithInterval(
    observed.map(({ identity, outcome }) => ({ identity, value: outcome === wanted ? 1 : 0 })),
  );
  const people = new Set(observed.map(({ identity }) => identity)).size;
  return share.value === 0 ? { value: 0, interval: intervalOfNone(people) } : share;
}
