import { type CosineSimilarity, toCosine } from '../embedding.ts';
import { FaceVerifyError } from '../errors.ts';
import { chooseThreshold, type DecisionThreshold, type ThresholdChoice } from '../threshold.ts';
import type { Gallery } from './gallery.ts';
import { GalleryBlock } from './gallery-block.ts';
import { assertSearchable, type IdentificationRule } from './identification-rule.ts';
import { MostSimilarPairs } from './most-similar-pairs.ts';

/** Which pairs of a gallery count as one person, and how many are listed. */
export interface DuplicateOptions {
  /** Default: the strictest that was measured for the model, since a gallery has many more pairs than subjects. */
  readonly threshold?: ThresholdChoice;
  /** The most pairs that are listed, from 1 to 100,000; default 1,000. All are counted. */
  readonly limit?: number;
}

/** Two subjects that look like one person. */
export interface DuplicatePair {
  readonly ids: readonly [string, string];
  readonly similarity: CosineSimilarity;
}

/** Pairs of a gallery that look like one person; or that nothing was decided, since the model is not trained. */
export type DuplicatesResult =
  | {
      readonly outcome: 'searched';
      /** Those that reach the threshold, the most similar first: for a person to look at. */
      readonly pairs: readonly DuplicatePair[];
      /** How many reach it, also beyond the limit. */
      readonly found: number;
      /** How many pairs the gallery has. */
      readonly compared: number;
      /** How many pairs of two people are expected to be among those found: `compared` times the false match rate. */
      readonly expectedFalse: number | 'unknown';
      readonly threshold: DecisionThreshold;
    }
  | { readonly outcome: 'inconclusive'; readonly reason: 'model-not-trained' };

/** How far a search has come. */
export interface SearchProgress {
  /** Pairs compared. */
  readonly done: number;
  readonly total: number;
}

/** Rows on each side of what is compared at a time: some milliseconds, and few enough for a processor's cache. */
const TILE = 256;
const LARGEST_LIMIT = 100_000;

/**
 * Compares all subjects of a gallery with each other, exactly, a tile of the matrix at a time and without keeping it.
 *
 * @returns a generator: whoever runs it may do something else, or stop, after each tile
 * @throws {FaceVerifyError} `gallery-invalid` where it is none, or is changed meanwhile; `contract-mismatch` where it is
 *   of another model; `option-invalid`
 */
export function* findDuplicates(
  gallery: Gallery,
  rule: IdentificationRule,
  options: DuplicateOptions = {},
): Generator<SearchProgress, DuplicatesResult, void> {
  const { threshold: choice = strictest(rule), limit = 1000 } = options;
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= LARGEST_LIMIT)) {
    throw new FaceVerifyError('option-invalid', `The limit is a whole number from 1 to ${LARGEST_LIMIT}.`);
  }
  const block = GalleryBlock.of(gallery);
  assertSearchable(block, rule);
  const threshold = chooseThreshold(rule, choice);
  if (threshold === undefined) return { outcome: 'inconclusive', reason: 'model-not-trained' };

  const { size, ids, revision } = block;
  const total = size < 2 ? 0 : (size * (size - 1)) / 2;
  const pairs = new MostSimilarPairs(block, threshold.similarity, limit);
  let done = 0;
  for (let top = 0; top < size; top += TILE) {
    for (let left = top; left < size; left += TILE) {
      const [bottom, right] = [Math.min(top + TILE, size), Math.min(left + TILE, size)];
      done += pairs.compare({ from: top, to: bottom }, { from: left, to: right });
      yield { done, total };
      if (block.revision !== revision) {
        throw new FaceVerifyError('gallery-invalid', 'The gallery was changed while it was searched: search again.');
      }
    }
  }
  return {
    outcome: 'searched',
    pairs: pairs.best.map(({ item: [p, q], value }) => ({
      ids: [ids[p] as string, ids[q] as string],
      similarity: toCosine(value),
    })),
    found: pairs.found,
    compared: total,
    expectedFalse: threshold.fmr === 'unknown' ? 'unknown' : total * threshold.fmr,
    threshold,
  };
}

function strictest({ thresholds }: IdentificationRule): ThresholdChoice {
  return { fmr: thresholds.reduce((least, { targetFmr }) => Math.min(least, targetFmr), 1) };
}
