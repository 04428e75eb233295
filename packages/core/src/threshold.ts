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
 * Where to decide: at a false match rate that the model's card has a threshold for, or from a similarity of one's own
 * on.
 *
 * @example
 * const strict: ThresholdChoice = { fmr: 0.0001 };
 */
export type ThresholdChoice =
  | { readonly fmr: number; readonly similarity?: never }
  /** A cosine above 0 and up to 1. */
  | { readonly similarity: number; readonly fmr?: never };

/** A threshold whose false match rate is known. */
export interface RatedThreshold {
  /** The least similarity of a match. */
  readonly similarity: number;
  /** The false match rate is this, or less. */
  readonly fmr: number;
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
export function chooseThreshold(
  thresholds: readonly Threshold[],
  choice: ThresholdChoice,
): DecisionThreshold | undefined {
  const [kind, value] = readChoice(choice);
  if (thresholds.length === 0) return undefined;
  return kind === 'fmr' ? measuredFor(thresholds, value) : fromSimilarity(thresholds, value);
}

function readChoice(choice: unknown): readonly [kind: 'fmr' | 'similarity', value: number] {
  const entries = typeof choice === 'object' && choice !== null ? Object.entries(choice) : [];
  const [[kind, value] = []] = entries;
  const isKind = kind === 'fmr' || kind === 'similarity';
  if (entries.length === 1 && isKind && typeof value === 'number' && value > 0 && value <= 1) return [kind, value];
  throw new FaceVerifyError(
    'option-invalid',
    'The threshold has to be { fmr } with a false match rate, or { similarity } with a cosine above 0 and up to 1.',
  );
}

function measuredFor(thresholds: readonly Threshold[], fmr: number): DecisionThreshold {
  const chosen = thresholds.find(({ targetFmr }) => targetFmr === fmr);
  if (chosen !== undefined) return rated(chosen, chosen.similarity);
  const known = thresholds.map(({ targetFmr }) => targetFmr).join(', ');
  throw new FaceVerifyError(
    'option-invalid',
    `The model has thresholds for false match rates of ${known}, and none for ${fmr}.`,
    { details: { fmr } },
  );
}

function fromSimilarity(thresholds: readonly Threshold[], similarity: number): DecisionThreshold {
  const reached = thresholds.filter((threshold) => threshold.similarity <= similarity);
  const [strictest] = reached.sort((a, b) => b.similarity - a.similarity || a.targetFmr - b.targetFmr);
  return strictest === undefined ? { similarity, fmr: 'unknown' } : rated(strictest, similarity);
}

function rated(measured: Threshold, similarity: number): RatedThreshold {
  const { targetFmr: fmr, fmrInterval, measuredOn } = measured;
  const basis = similarity === measured.similarity ? 'measured' : 'upper-bound';
  return { similarity, fmr, basis, fmrInterval, measuredOn };
}
