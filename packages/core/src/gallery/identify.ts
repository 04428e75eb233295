import { type ComparedFace, readFace } from '../compared-face.ts';
import type { CaptureRefusal } from '../decision.ts';
import { FaceVerifyError } from '../errors.ts';
import type { Gallery } from './gallery.ts';
import { GalleryBlock } from './gallery-block.ts';
import {
  chooseGalleryThreshold,
  type GalleryThreshold,
  type GalleryTooLarge,
  type IdentificationThresholdChoice,
} from './gallery-threshold.ts';
import { assertSearchable, type IdentificationRule } from './identification-rule.ts';
import { type Candidate, mostSimilar } from './most-similar.ts';

/** How sure an identification has to be, and how many candidates it lists. */
export interface IdentifyOptions {
  /**
   * Default `{ fpir: 0.01 }`: one stranger in 100 is taken for somebody, whatever the gallery's size. Not the
   * verifier's, which is for one comparison: 1,000 of them at a false match rate of 0.001 identify 63 strangers in 100.
   */
  readonly threshold?: IdentificationThresholdChoice;
  /** The most candidates, from 1 to 1,000; default 5. */
  readonly k?: number;
  /**
   * How much more similar than the second of the gallery the first has to be, a difference of cosines in [0, 2];
   * default 0.05. At 0 the result is inconclusive only where both are equally similar.
   */
  readonly margin?: number;
}

/** Those who reach the threshold, the most similar first. */
type Candidates = readonly [Candidate, ...Candidate[]];

/** Who of a gallery is seen, nobody of it, or that nothing could be decided. Candidates are the most similar first. */
export type IdentificationResult =
  | {
      readonly outcome: 'identified';
      readonly candidates: Candidates;
      /** How much more similar the first is than the second of the gallery; undefined in a gallery of one. */
      readonly margin: number | undefined;
      readonly threshold: GalleryThreshold;
    }
  /** Nobody in the gallery reaches the threshold. */
  | { readonly outcome: 'not-identified'; readonly threshold: GalleryThreshold }
  /** Somebody does, but another subject is as similar, or nearly. */
  | {
      readonly outcome: 'inconclusive';
      readonly reason: 'candidates-too-close';
      readonly candidates: Candidates;
      readonly margin: number;
      readonly threshold: GalleryThreshold;
    }
  | ({ readonly outcome: 'inconclusive' } & GalleryTooLarge)
  | { readonly outcome: 'inconclusive'; readonly reason: CaptureRefusal | 'model-not-trained' };

const MOST_CANDIDATES = 1000;

/**
 * Looks for a face among all subjects of a gallery (1:N), exactly. Most people who are looked for may not be in it.
 *
 * @throws {FaceVerifyError} `embedding-invalid` and `contract-mismatch` as `compareFaces`, also where the gallery is of
 *   another model; `gallery-invalid` where it is none; `option-invalid`
 */
export function identify(
  probe: ComparedFace,
  gallery: Gallery,
  rule: IdentificationRule,
  options: IdentifyOptions = {},
): IdentificationResult {
  const { threshold: choice = { fpir: 0.01 }, k = 5, margin: least = 0.05 } = options;
  assertInRange(
    Number.isInteger(k) && k >= 1 && k <= MOST_CANDIDATES,
    `k is a whole number from 1 to ${MOST_CANDIDATES}`,
  );
  assertInRange(
    typeof least === 'number' && least >= 0 && least <= 2,
    'The margin is a difference of cosines from 0 to 2',
  );
  const block = GalleryBlock.of(gallery);
  assertSearchable(block, rule);
  const face = readFace(probe, rule.contract, rule.dimension);
  const threshold = chooseGalleryThreshold(rule, choice, block.size);
  if (typeof face === 'string') return { outcome: 'inconclusive', reason: face };
  if (threshold === undefined) return { outcome: 'inconclusive', reason: 'model-not-trained' };
  if ('reason' in threshold) return { outcome: 'inconclusive', ...threshold };

  const best = mostSimilar(block, face.vector, Math.max(k, 2));
  const [first, ...others] = best.slice(0, k).filter(({ similarity }) => similarity >= threshold.similarity);
  if (first === undefined) return { outcome: 'not-identified', threshold };
  const [, second] = best;
  const margin = second && first.similarity - second.similarity;
  const found = { candidates: [first, ...others], threshold } as const;
  if (margin === undefined || (margin > 0 && margin >= least)) return { outcome: 'identified', ...found, margin };
  return { outcome: 'inconclusive', reason: 'candidates-too-close', ...found, margin };
}

function assertInRange(isInRange: boolean, range: string): void {
  if (!isInRange) throw new FaceVerifyError('option-invalid', `${range}.`);
}
