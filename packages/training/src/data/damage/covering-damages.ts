import { ALIGNED_SIZE_PX, FIVE_POINT_TEMPLATE, type RgbImage } from '@face-verify/core';
import { between, type DamageKind } from './damage-kind.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** How much of a pixel of the aligned face a thing covers, in [0, 1]. */
type Cover = (x: number, y: number) => number;

const { leftEye, rightEye } = FIVE_POINT_TEMPLATE;
/** Of the distance between a frame's edge and a pixel's middle; its border is as soft as a camera makes it. */
const softened = (distancePx: number) => Math.min(1, Math.max(0, 0.5 - distancePx));

/** Lays a thing of one colour over the face, at the same place on everybody. */
function lay(cover: Cover, colour: Colour): (face: RgbImage) => RgbImage {
  const shares = Float32Array.from({ length: ALIGNED_SIZE_PX ** 2 }, (_, i) =>
    cover(i % ALIGNED_SIZE_PX, Math.floor(i / ALIGNED_SIZE_PX)),
  );
  return (face) => {
    const data = Uint8ClampedArray.from(face.data, (value, i) => {
      const share = shares[Math.floor(i / 3)] as number;
      return value + share * ((colour[i % 3] as number) - value);
    });
    return { ...face, data };
  };
}

/** Signed distance to a rectangle with round corners: negative inside. */
function toRoundedRectangle(dx: number, dy: number, halfWidth: number, halfHeight: number, radius: number): number {
  const [qx, qy] = [Math.abs(dx) - halfWidth + radius, Math.abs(dy) - halfHeight + radius];
  return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - radius;
}

/** Spectacles, from thin wire to thick frames with tinted lenses. */
function drawSpectacles(random: () => number) {
  const [halfWidth, halfHeight] = [between(random, 12, 17), between(random, 8, 15)];
  const radius = between(random, 2, halfHeight);
  const [thickness, drop, tint] = [
    between(random, 1.5, 6),
    between(random, -2, 4),
    Math.max(0, between(random, -0.8, 0.6)),
  ];
  const eyeline = (leftEye.y + rightEye.y) / 2 + drop;
  return lay((x, y) => {
    const side = x < ALIGNED_SIZE_PX / 2 ? leftEye : rightEye;
    const edge = toRoundedRectangle(x - side.x, y - eyeline, halfWidth, halfHeight, radius);
    const betweenLenses = x > leftEye.x && x < rightEye.x;
    // The bridge, and the temples beside the face.
    const bar = edge > 0 ? Math.abs(y - eyeline + (betweenLenses ? 2 : halfHeight / 2)) - thickness / 2 : Infinity;
    return Math.max(softened(Math.abs(edge) - thickness / 2), softened(bar), edge < 0 ? tint : 0);
  }, dull(random));
}

/** Thin waves, as printed over the portraits of documents. */
function drawPrintedLines(random: () => number) {
  const [every, width, opacity] = [between(random, 4, 13), between(random, 0.6, 1.8), between(random, 0.4, 1)];
  const [height, length, phase] = [between(random, 0, 4), between(random, 16, 60), between(random, 0, 2 * Math.PI)];
  const slope = random() < 0.6 ? 0 : between(random, -Math.PI / 2, Math.PI / 2);
  const [cos, sin] = [Math.cos(slope), Math.sin(slope)];
  const start = random() * every;
  return lay((x, y) => {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin + start + height * Math.sin((2 * Math.PI * along) / length + phase);
    const toLine = Math.abs(across - every * Math.round(across / every));
    return opacity * softened(toLine - width / 2);
  }, bright(random));
}

/** A hand, a scarf, hair, a sticker: something plain over a part of the face. */
function drawPatch(random: () => number) {
  const [halfWidth, halfHeight] = [between(random, 8, 28), between(random, 8, 24)];
  const radius = random() < 0.5 ? 0 : Math.min(halfWidth, halfHeight);
  const [x0, y0] = [between(random, 0, ALIGNED_SIZE_PX), between(random, 0, ALIGNED_SIZE_PX)];
  return lay(
    (x, y) => softened(toRoundedRectangle(x - x0, y - y0, halfWidth, halfHeight, radius)),
    [255 * random(), 255 * random(), 255 * random()],
  );
}

/** Black to horn. */
function dull(random: () => number): Colour {
  const value = between(random, 5, 90);
  return [value, value * between(random, 0.6, 1.1), value * between(random, 0.4, 1.2)];
}

/** Pale, as security print is. */
function bright(random: () => number): Colour {
  return [between(random, 60, 240), between(random, 100, 240), between(random, 100, 255)];
}

/** What lies over a face, the same on everybody. */
export const COVERING_DAMAGES: readonly DamageKind[] = [
  { title: 'Spectacles', weight: 3, draw: (random) => ({ change: drawSpectacles(random) }) },
  { title: 'Printed lines', weight: 4, draw: (random) => ({ change: drawPrintedLines(random) }) },
  { title: 'Patch', weight: 1, draw: (random) => ({ change: drawPatch(random) }) },
];
