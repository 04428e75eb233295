import { describe, expect, test } from 'vitest';
import { ALIGNED_SIZE_PX, FIVE_POINT_TEMPLATE } from '../alignment.ts';
import type { AlignedFace, FiveLandmarks } from '../face.ts';
import type { RgbImage } from '../image.ts';
import { measureQuality, QUALITY_LIMITS, type QualityMeasure, refuseQuality } from './face-quality.ts';

const PICTURE = { widthPx: 300, heightPx: 300 };
/** Where the template's face lies in the image. */
const LANDMARKS = placed(({ x, y }) => ({ x: x + 90, y: y + 90 }));

function placed(move: (point: { x: number; y: number }) => { x: number; y: number }): FiveLandmarks {
  return Object.fromEntries(
    Object.entries(FIVE_POINT_TEMPLATE).map(([name, point]) => [name, move(point)]),
  ) as unknown as FiveLandmarks;
}

/** Dark eyes and a mouth on structured skin. */
function drawFace(change: (value: number, x: number, y: number) => number = (value) => value): RgbImage {
  const data = new Uint8ClampedArray(ALIGNED_SIZE_PX ** 2 * 3);
  const isIn = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
  for (let y = 0; y < ALIGNED_SIZE_PX; y++) {
    for (let x = 0; x < ALIGNED_SIZE_PX; x++) {
      const isFeature = isIn(x, y, 38, 52, 9, 5) || isIn(x, y, 74, 52, 9, 5) || isIn(x, y, 56, 92, 16, 5);
      const skin = 150 + 25 * Math.sin(x / 2.1) * Math.cos(y / 1.7) + 12 * Math.sin((x + 2 * y) / 2.6);
      const value = change(isFeature ? 50 : skin, x, y);
      data.set([value, 0.8 * value, 0.65 * value], (y * ALIGNED_SIZE_PX + x) * 3);
    }
  }
  return { widthPx: ALIGNED_SIZE_PX, heightPx: ALIGNED_SIZE_PX, channels: 3, data };
}

function faceOf(image: RgbImage, landmarks = LANDMARKS): AlignedFace {
  return { image, landmarks, scale: 1 };
}

const measure = (image: RgbImage, landmarks = LANDMARKS) => measureQuality(faceOf(image, landmarks), PICTURE);
const refusal = (image: RgbImage, landmarks = LANDMARKS) => refuseQuality(measure(image, landmarks));

/** The mean of what lies in a rectangle about each pixel, of each channel. */
function smear(image: RgbImage, reachX: number, reachY: number): RgbImage {
  const data = new Uint8ClampedArray(image.data.length);
  const clamp = (value: number) => Math.min(ALIGNED_SIZE_PX - 1, Math.max(0, value));
  for (let i = 0; i < data.length; i++) {
    const [pixel, channel] = [Math.floor(i / 3), i % 3];
    const [x, y] = [pixel % ALIGNED_SIZE_PX, Math.floor(pixel / ALIGNED_SIZE_PX)];
    let sum = 0;
    for (let dy = -reachY; dy <= reachY; dy++) {
      for (let dx = -reachX; dx <= reachX; dx++) {
        sum += image.data[(clamp(y + dy) * ALIGNED_SIZE_PX + clamp(x + dx)) * 3 + channel] as number;
      }
    }
    data[i] = sum / ((2 * reachX + 1) * (2 * reachY + 1));
  }
  return { ...image, data };
}

/** In [-1, 1], another in every place. */
function grain(x: number, y: number): number {
  const mixed = Math.imul(Math.imul(x + 1, 73_856_093) ^ Math.imul(y + 1, 19_349_663), 0x85ebca6b);
  return 2 * (((mixed ^ (mixed >>> 15)) >>> 8) / 2 ** 24) - 1;
}

/** Hair, or a pattern, that motion along it leaves as sharp as it was. */
const striped = (value: number, x: number) => value + 30 * Math.sin(x / 1.5);

const swapRedAndBlue = (image: RgbImage): RgbImage => ({
  ...image,
  data: image.data.map((_, i) => image.data[i + 2 - 2 * (i % 3)] as number),
});

describe('a face', () => {
  test('that is lit, sharp and whole is not refused', () => {
    expect(refusal(drawFace())).toBeUndefined();
  });

  test.for([
    ['in the dark', 'face-too-dark', drawFace((value) => value / 10)],
    ['overexposed', 'face-too-bright', drawFace((value) => 2.2 * value)],
    ['in fog', 'face-uncertain', drawFace((value) => 120 + 0.1 * (value - 120))],
    ['in blue light', 'face-uncertain', swapRedAndBlue(drawFace())],
    ['in noise', 'face-uncertain', drawFace((value, x, y) => value + 60 * grain(x, y))],
    ['out of focus', 'face-blurred', smear(drawFace(), 4, 4)],
    ['that moved sideways', 'face-blurred', smear(drawFace(), 12, 0)],
    ['that moved downwards', 'face-blurred', smear(drawFace(striped), 0, 8)],
    ['behind a mask', 'face-covered', drawFace((value, _, y) => (y > 60 ? 150 : value))],
    ['behind sunglasses', 'face-covered', drawFace((value, _, y) => (y > 44 && y < 62 ? 4 + value / 100 : value))],
  ] as const)('%s is %s', ([, reason, image]) => {
    expect(refusal(image)).toBe(reason);
  });

  test.for([0.5, 0.7, 1.5, 1.8])('stretched to %s of its width is distorted below and above', (width) => {
    const stretched = placed(({ x, y }) => ({ x: 90 + width * x, y: y + 90 }));
    expect(measure(drawFace(), stretched).relativeWidth).toBeCloseTo(width, 1);
    if (width < 0.8 || width > 1.6) expect(refusal(drawFace(), stretched)).toBe('face-distorted');
  });

  test('turned to a side is as wide as before, and tilted too', () => {
    const yaw = Math.PI / 6;
    const turned = placed(({ x, y }) => ({ x: 150 + Math.cos(yaw) * (x - 56), y: y + 90 }));
    const eyes = turned.rightEye.x - turned.leftEye.x;
    const noseTip = { x: turned.noseTip.x + (Math.tan(yaw) / 1.92) * eyes, y: turned.noseTip.y };
    expect(measure(drawFace(), { ...turned, noseTip }).relativeWidth).toBeCloseTo(1, 1);
    const tilted = placed(({ x, y }) => ({ x: 150 + 0.8 * x - 0.6 * y, y: 100 + 0.6 * x + 0.8 * y }));
    expect(measure(drawFace(), tilted).relativeWidth).toBeCloseTo(1, 6);
  });

  test('of which a point lies outside the image is cut off, on whichever side', () => {
    for (const [dx, dy] of [
      [-60, 90],
      [250, 90],
      [90, -70],
      [90, 220],
    ] as const) {
      expect(
        refusal(
          drawFace(),
          placed(({ x, y }) => ({ x: x + dx, y: y + dy })),
        ),
      ).toBe('face-cut-off');
    }
  });
});

test.for(Object.keys(QUALITY_LIMITS) as QualityMeasure[])('a face whose %s is no number is refused', (name) => {
  const quality = { ...measure(drawFace()), [name]: Number.NaN };
  expect(refuseQuality(quality)).toBe(QUALITY_LIMITS[name].reason);
});
