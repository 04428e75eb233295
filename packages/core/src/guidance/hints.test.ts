import { drawnFacePoints, GOOD_QUALITY } from '@face-verify/testkit';
import { describe, expect, test } from 'vitest';
import type { CaptureRefusal } from '../decision.ts';
import { type FaceQuality, type QualityMeasure, qualityLimits, refuseQuality } from '../quality/face-quality.ts';
import { calledHint, type GuidedFace, HINTS, type Hint } from './hints.ts';

const FACE: GuidedFace = {
  image: { widthPx: 640, heightPx: 480 },
  points: drawnFacePoints(),
  yawDegrees: 0,
  pitchDegrees: 0,
  quality: GOOD_QUALITY,
  speed: 0,
};
const withQuality = (change: Partial<FaceQuality>): GuidedFace => ({
  ...FACE,
  quality: { ...GOOD_QUALITY, ...change },
});
const at = (x: number, y: number, eyeDistancePx = 80): GuidedFace => ({
  ...FACE,
  points: drawnFacePoints({ centre: { x, y }, eyeDistancePx }),
});

test('a face that can be used calls for nothing', () => {
  expect(calledHint(FACE, undefined)).toBeUndefined();
});

test.for<[string, Hint, GuidedFace]>([
  ['too near', 'move-back', at(320, 200, 170)],
  ['far away', 'move-closer', at(320, 200, 30)],
  ['at an edge', 'centre-face', at(30, 200)],
  ['with the chin below the picture', 'centre-face', at(320, 400)],
  ['in the dark', 'too-dark', withQuality({ luminanceMean: 20 })],
  ['overexposed', 'too-bright', withQuality({ overExposure: 0.5 })],
  ['in fog', 'change-light', withQuality({ dynamicRange: 20 })],
  ['in blue light', 'change-light', withQuality({ blueOverRed: 1.4 })],
  ['in noise', 'change-light', withQuality({ noise: 0.8 })],
  ['behind a mask', 'remove-covering', withQuality({ plainShare: 0.6 })],
  ['behind sunglasses', 'remove-covering', withQuality({ eyeDarkness: 0.95 })],
  ['turned', 'look-straight', { ...FACE, yawDegrees: -30 }],
  ['looking up', 'look-straight', { ...FACE, pitchDegrees: 30 }],
  ['that runs', 'hold-still', { ...FACE, speed: 4 }],
  ['out of focus', 'hold-still', withQuality({ sharpness: 0.02 })],
])('a face %s calls for %s', ([, hint, face]) => {
  expect(calledHint(face, undefined)).toBe(hint);
});

test('of several the most pressing is called for', () => {
  const dark = withQuality({ luminanceMean: 20, sharpness: 0.01 });
  expect(calledHint({ ...dark, yawDegrees: 40 }, undefined)).toBe('too-dark');
  expect(calledHint({ ...dark, yawDegrees: 40 }, 'multiple-faces')).toBe('one-person-only');
});

test('what is out of place is not called for', () => {
  expect(calledHint({ ...FACE, yawDegrees: 30 }, undefined, undefined, ['look-straight'])).toBeUndefined();
});

describe('whatever a frame is refused for calls for a hint', () => {
  const refusals: Record<CaptureRefusal, Hint> = {
    'no-face': 'face-the-camera',
    'multiple-faces': 'one-person-only',
    'face-too-small': 'move-closer',
    'face-cut-off': 'centre-face',
    'face-too-dark': 'too-dark',
    'face-too-bright': 'too-bright',
    'face-blurred': 'hold-still',
    'face-covered': 'remove-covering',
    'face-turned': 'look-straight',
    'face-distorted': 'look-straight',
    'face-uncertain': 'face-the-camera',
  };
  test.for(Object.entries(refusals))('%s: %s', ([refusal, hint]) => {
    expect(calledHint(undefined, refusal as CaptureRefusal)).toBe(hint);
  });

  const limits = qualityLimits(0.9);
  test.for(Object.keys(limits) as QualityMeasure[])('%s just beyond its limit', (measure) => {
    const { least, most } = limits[measure];
    for (const value of [least - 0.01, most + 0.01, Number.NaN]) {
      const face = withQuality({ [measure]: value });
      const refusal = refuseQuality(face.quality, limits);
      if (refusal !== undefined) expect(HINTS).toContain(calledHint(face, refusal));
    }
  });
});

test('a hint that is shown stays until its measure is clearly better', () => {
  const turned = (yawDegrees: number) => ({ ...FACE, yawDegrees });
  expect(calledHint(turned(18), undefined)).toBeUndefined();
  expect(calledHint(turned(18), undefined, 'look-straight')).toBe('look-straight');
  expect(calledHint(turned(14), undefined, 'look-straight')).toBeUndefined();
  const bright = (luminanceMean: number) => withQuality({ luminanceMean });
  expect(calledHint(bright(38), undefined)).toBeUndefined();
  expect(calledHint(bright(38), undefined, 'too-dark')).toBe('too-dark');
  expect(calledHint(bright(45), undefined, 'too-dark')).toBeUndefined();
});

test('what is no number is not well', () => {
  expect(calledHint({ ...FACE, yawDegrees: Number.NaN }, undefined)).toBe('look-straight');
});
