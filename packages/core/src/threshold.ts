import { FaceVerifyError } from './errors.ts';

/** A similarity from which on two faces count as one person's, as a model's card has it: with what it costs. */
export interface Threshold {
  readonly similarity: number;
  /** False match rate that it was chosen for, e.g. 0.001. */
  readonly targetFmr: number;
  /** 95 % interval of the false match rate, by bootstrap over identities. */
  readonly fmrInterval: readonly [low: number, high: number];
  /** The pairs that it was measured on. */
  readonly measuredOn: string;
}

/**
 * Whose false matches a rate counts: those of any two people, or of two who are alike in apparent age, gender and
 * descent, as relatives and neighbours often are.
 */
export type Strangers = 'anyone' | 'similar';

/** The thresholds that were measured for a model; see {@link Strangers}. */
export interface MeasuredThresholds {
  readonly thresholds: readonly Threshold[];
  readonly thresholdsAgainstSimilar: readonly Threshold[];
}

/**
 * Where to decide: at a false match rate that the model's card has a threshold for, or from a similarity of one's own
 * on.
 *
 * @example
 * const strict: ThresholdChoice = { fmr: 0.0001 };
 * const amongAlike: ThresholdChoice = { fmr: 0.001, against: 'similar' };
 */
export type ThresholdChoice =
  /** Default `'anyone'`. */
  | { readonly fmr: number; readonly against?: Strangers; readonly similarity?: never }
  /** A cosine above 0 and up to 1. */
  | { readonly similarity: number; readonly against?: never; readonly fmr?: never };

/** A threshold whose false match rate is known. */
export interface RatedThreshold {
  /** The least similarity of a match. */
  readonly similarity: number;
  /** The false match rate is this, or less. */
  readonly fmr: number;
  /** Whose false match rate that is; that of the others is another. */
  readonly against: Strangers;
  /**
   * Whether this similarity was measured, or lies above one that was: then `fmr` is an upper bound, and it,
   * `fmrInterval` and `measuredOn` are those of the similarity that was measured.
   */
  readonly basis: 'measured' | 'upper-bound';
  /** 95 % interval of the false match rate, by bootstrap over identities. */
  readonly fmrInterval: readonly [low: number, high: number];
  /** The pairs that it was measured on. */
  readonly measuredOn: string;
}

/** A similarity of the application's own, below every one that was measured: nobody knows how many strangers reach it. */
export interface UnratedThreshold {
  /** The least similarity of a match. */
  readonly similarity: number;
  readonly fmr: 'unknown';
}

/** What a decision was made at. Its false match rate can be read only where it is known. */
export type DecisionThreshold = RatedThreshold | UnratedThreshold;

/**
 * The threshold to decide at, of those that were measured for a model.
 *
 * @returns undefined where none was: nothing is known of what its similarities mean
 * @throws {FaceVerifyError} `option-invalid` where the choice is none, or names a false match rate that was not
 *   measured; the nearest would not be what was asked for
 */
export function chooseThreshold(measured: MeasuredThresholds, choice: ThresholdChoice): DecisionThreshold | undefined {
  const read = readChoice(choice);
  if (measured.thresholds.length === 0) return undefined;
  return 'fmr' in read ? measuredFor(measured, read) : fromSimilarity(measured.thresholds, read.similarity);
}

type ReadChoice = { readonly fmr: number; readonly against: Strangers } | { readonly similarity: number };

function readChoice(choice: unknown): ReadChoice {
  const given: Readonly<Record<string, unknown>> = typeof choice === 'object' && choice !== null ? { ...choice } : {};
  const { fmr, similarity, against = 'anyone', ...more } = given;
  const isShare = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= 1;
  if (Object.keys(more).length === 0) {
    if (isShare(fmr) && !('similarity' in given) && (against === 'anyone' || against === 'similar')) {
      return { fmr, against };
    }
    if (isShare(similarity) && !('fmr' in given) && !('against' in given)) return { similarity };
  }
  throw new FaceVerifyError(
    'option-invalid',
    "The threshold has to be { fmr } with a false match rate, and 'anyone' or 'similar' as against, or { similarity } with a cosine above 0 and up to 1.",
  );
}

function measuredFor(
  { thresholds, thresholdsAgainstSimilar }: MeasuredThresholds,
  { fmr, against }: { readonly fmr: number; readonly against: Strangers },
): DecisionThreshold {
  const measured = against === 'similar' ? thresholdsAgainstSimilar : thresholds;
  const chosen = measured.find(({ targetFmr }) => targetFmr === fmr);
  if (chosen !== undefined) return rated(chosen, chosen.similarity, against);
  const known = measured.map(({ targetFmr }) => targetFmr).join(', ') || 'none';
  throw new FaceVerifyError(
    'option-invalid',
    `Against ${against}, the false match rates that the model has thresholds for are: ${known}; and not ${fmr}.`,
    { details: { fmr, against } },
  );
}

function fromSimilarity(thresholds: readonly Threshold[], similarity: number): DecisionThreshold {
  const reached = thresholds.filter((threshold) => threshold.similarity <= similarity);
  const [strictest] = reached.sort((a, b) => b.similarity - a.similarity || a.targetFmr - b.targetFmr);
  return strictest === undefined ? { similarity, fmr: 'unknown' } : rated(strictest, similarity, 'anyone');
}

function rated(measured: Threshold, similarity: number, against: Strangers): RatedThreshold {
  const { targetFmr: fmr, fmrInterval, measuredOn } = measured;
  const basis = similarity === measured.similarity ? 'measured' : 'upper-bound';
  return { similarity, fmr, against, basis, fmrInterval, measuredOn };
}
