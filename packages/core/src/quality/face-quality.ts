import type { CaptureRefusal } from '../decision.ts';
import type { AlignedFace } from '../face.ts';
import { noise, plainShare, sharpness } from './detail-measures.ts';
import { lumaOf } from './face-region.ts';
import { blueOverRed, dynamicRange, eyeDarkness, luminanceMean, overExposure } from './light-measures.ts';
import { insideImage, relativeWidth } from './shape-measures.ts';
import type { FaceShape } from './width-features.ts';

/** What one measure of a face may be; within both limits where there are two. */
export interface QualityLimit {
  readonly least: number;
  readonly most: number;
  /** What a face is refused as that is outside. */
  readonly reason: CaptureRefusal;
}

/**
 * What is measured of a face before it is compared, and from where on it is refused. Names follow ISO/IEC 29794-5 and
 * OFIQ where these have one; light is in values of 0 to 255.
 *
 * Each limit lies where ordinary photographs end. What they refuse: docs/generated/conditions.md.
 */
export const QUALITY_LIMITS = {
  insideImage: { least: -0.05, most: Number.POSITIVE_INFINITY, reason: 'face-cut-off' },
  luminanceMean: { least: 25, most: 255, reason: 'face-too-dark' },
  overExposure: { least: 0, most: 0.47, reason: 'face-too-bright' },
  dynamicRange: { least: 32, most: 255, reason: 'face-uncertain' },
  blueOverRed: { least: 0, most: 1.2, reason: 'face-uncertain' },
  noise: { least: 0, most: 0.6, reason: 'face-uncertain' },
  sharpness: { least: 0.06, most: Number.POSITIVE_INFINITY, reason: 'face-blurred' },
  plainShare: { least: 0, most: 0.47, reason: 'face-covered' },
  eyeDarkness: { least: -0.3, most: 0.865, reason: 'face-covered' },
  yawDegrees: { least: -45, most: 45, reason: 'face-turned' },
  pitchDegrees: { least: -30, most: 30, reason: 'face-turned' },
  relativeWidth: { least: 0.8, most: 1.25, reason: 'face-distorted' },
} as const satisfies Readonly<Record<string, QualityLimit>>;

/**
 * The name of something that is measured on a face, such as its sharpness. `presence`, whose limit is the point network's
 * own, is how probably there is a face, seen as its points say.
 */
export type QualityMeasure = keyof typeof QUALITY_LIMITS | 'presence';

/** The values of all measures of one face. */
export type FaceQuality = Readonly<Record<QualityMeasure, number>>;

/** What every measure may be. */
export type QualityLimits = Readonly<Record<QualityMeasure, QualityLimit>>;

/**
 * {@link QUALITY_LIMITS} with that of the presence, which comes last: what is wrong with the light or the cut says more
 * than that no face is seen.
 *
 * @param presenceLimit - of the point network's card
 */
export function qualityLimits(presenceLimit: number): QualityLimits {
  return { ...QUALITY_LIMITS, presence: { least: presenceLimit, most: 1, reason: 'face-uncertain' } };
}

/**
 * Measures a face.
 *
 * @param seen - as the point network sees the face in the photograph
 * @param photograph - size of the one that the face was found in
 * @throws {FaceVerifyError} `geometry-degenerate` where its points coincide
 */
export function measureQuality(
  { image, landmarks }: AlignedFace,
  seen: FaceShape & { readonly presence: number },
  photograph: { readonly widthPx: number; readonly heightPx: number },
): FaceQuality {
  const luma = lumaOf(image);
  const range = dynamicRange(luma);
  return {
    insideImage: insideImage(landmarks, photograph),
    luminanceMean: luminanceMean(luma),
    overExposure: overExposure(image),
    dynamicRange: range,
    blueOverRed: blueOverRed(image),
    noise: noise(luma),
    sharpness: sharpness(luma),
    plainShare: plainShare(luma, range),
    eyeDarkness: eyeDarkness(luma),
    yawDegrees: seen.yawDegrees,
    pitchDegrees: seen.pitchDegrees,
    relativeWidth: relativeWidth(seen),
    presence: seen.presence,
  };
}

/** Why a face cannot be compared: the reason of the first measure outside its limits. What is no number is outside. */
export function refuseQuality(quality: FaceQuality, limits: QualityLimits): CaptureRefusal | undefined {
  const outside = Object.entries(limits).find(([measure, { least, most }]) => {
    const value = quality[measure as QualityMeasure];
    return !(value >= least && value <= most);
  });
  return outside?.[1].reason;
}
