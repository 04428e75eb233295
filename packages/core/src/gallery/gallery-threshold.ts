import { FaceVerifyError } from '../errors.ts';
import {
  chooseThreshold,
  type DecisionThreshold,
  type MeasuredThresholds,
  type RatedThreshold,
  type Strangers,
  type ThresholdChoice,
  type UnratedThreshold,
} from '../threshold.ts';

/**
 * Where to decide among the subjects of a gallery: as for one comparison, or by the expected false positive
 * identification rate, FPIR, which is the chance that somebody who is in no way enrolled is taken for one of them.
 */
export type IdentificationThresholdChoice =
  | (ThresholdChoice & { readonly fpir?: never })
  /** Above 0 and below 1. */
  | FpirChoice;

interface FpirChoice {
  readonly fpir: number;
  /** Default `'anyone'`; `'similar'` where those who are not enrolled are like those who are. */
  readonly against?: Strangers;
  readonly fmr?: never;
  readonly similarity?: never;
}

/** What a threshold means for a gallery of a certain size. */
export type GalleryThreshold = RatedGalleryThreshold | UnratedGalleryThreshold;

export interface RatedGalleryThreshold extends RatedThreshold {
  readonly gallerySize: number;
  /** Chance that a stranger is identified, expected from `fmr` and the size: 1 − (1 − FMR)^size. */
  readonly fpir: number;
  /** The same of both ends of `fmrInterval`. */
  readonly fpirInterval: readonly [low: number, high: number];
}

export interface UnratedGalleryThreshold extends UnratedThreshold {
  readonly gallerySize: number;
  readonly fpir: 'unknown';
}

/** The gallery is too large for the rate that was asked for, whatever threshold of the model is taken. */
export interface GalleryTooLarge {
  readonly reason: 'gallery-too-large';
  /** Of how many subjects it could be at most. */
  readonly largestGallery: number;
}

/**
 * The chance that a stranger reaches a threshold with at least one of so many subjects, if each comparison goes wrong
 * for itself.
 *
 * @throws {FaceVerifyError} `option-invalid` where these are no rate and no number of subjects
 */
export function expectedFpir(fmr: number, gallerySize: number): number {
  if (!(Number.isFinite(fmr) && fmr >= 0 && fmr <= 1 && Number.isFinite(gallerySize) && gallerySize >= 0)) {
    throw new FaceVerifyError('option-invalid', 'An FPIR follows from a rate of 0 to 1 and a number of subjects.');
  }
  // Exact also where 1 − FMR is all but 1.
  return -Math.expm1(gallerySize * Math.log1p(-fmr));
}

/**
 * The threshold for a gallery, of those that were measured for a model. For an FPIR it is the least strict one that
 * keeps it; none is made up beyond the strictest that was measured.
 *
 * @returns undefined where the model has none
 * @throws {FaceVerifyError} `option-invalid` where the choice is none, or asks for what was not measured
 */
export function chooseGalleryThreshold(
  measured: MeasuredThresholds,
  choice: IdentificationThresholdChoice,
  gallerySize: number,
): GalleryThreshold | GalleryTooLarge | undefined {
  const { fpir, ...rest } = (choice ?? {}) as Partial<FpirChoice>;
  if (fpir === undefined) {
    const threshold = chooseThreshold(measured, choice as ThresholdChoice);
    return threshold && withGallery(threshold, gallerySize);
  }
  if (!(typeof fpir === 'number' && fpir > 0 && fpir < 1) || 'fmr' in rest) {
    throw new FaceVerifyError('option-invalid', 'The threshold { fpir } has to be one rate above 0 and below 1.');
  }
  const thresholds = rest.against === 'similar' ? measured.thresholdsAgainstSimilar : measured.thresholds;
  const byStrictness = thresholds.map(({ targetFmr }) => targetFmr).sort((a, b) => b - a);
  const kept = byStrictness.find((fmr) => expectedFpir(fmr, gallerySize) <= fpir);
  const fmr = kept ?? byStrictness.at(-1) ?? 1;
  // Also says what is wrong with the rest of the choice.
  const threshold = chooseThreshold(measured, { ...rest, fmr });
  if (threshold === undefined || kept !== undefined) return threshold && withGallery(threshold, gallerySize);
  return { reason: 'gallery-too-large', largestGallery: largestFor(fpir, fmr) };
}

function largestFor(fpir: number, fmr: number): number {
  return Math.floor(Math.log1p(-fpir) / Math.log1p(-fmr));
}

function withGallery(threshold: DecisionThreshold, gallerySize: number): GalleryThreshold {
  if (threshold.fmr === 'unknown') return { ...threshold, gallerySize, fpir: 'unknown' };
  const [low, high] = threshold.fmrInterval;
  return {
    ...threshold,
    gallerySize,
    fpir: expectedFpir(threshold.fmr, gallerySize),
    fpirInterval: [expectedFpir(low, gallerySize), expectedFpir(high, gallerySize)],
  };
}
