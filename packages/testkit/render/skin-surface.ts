import { type Colour, parseColour } from './colour.ts';
import { hash, interpolate, mix, noise, normalDraw, smoothstep } from './fields.ts';
import { beardCover, scalpCover } from './hair-fields.ts';
import { HEAD_LANDMARKS } from './head-landmarks.ts';
import type { HeadModel } from './head-model.ts';
import type { Subject } from './subject.ts';
import { cover, type Surface, type SurfaceSample, tint } from './surface.ts';

const FLUSH: Colour = [1.1, 0.72, 0.68];
const SHADOWED: Colour = [0.72, 0.6, 0.62];
const CREASED: Colour = [0.55, 0.42, 0.38];

/** A share in [0, 1] by place on the mean head. */
type Share = (x: number, y: number, z: number) => number;

/** Face and scalp: skin with its marks, lips, brows, beard and hair, each by its place on the mean head. */
export function skinSurface(model: HeadModel, subject: Subject): Surface {
  const { seed, skin, hair, beard } = subject;
  const [red, green, blue] = parseColour(skin.colour);
  const hairColour = parseColour(hair.colour);
  const beardColour = parseColour(beard?.colour ?? hair.colour);
  const lipColour = parseColour(subject.lips);
  const lips = lipCover(model);
  const brows = browCover(subject);
  const browColour = parseColour(subject.brows.colour);
  const moles = Array.from({ length: skin.moles }, (_, i): [number, number, number] => [
    3 * normalDraw(seed + 1, i),
    mix(-6, 9, hash(seed + 2, i)),
    mix(0.1, 0.24, hash(seed + 3, i)),
  ]);

  return (x, y, z, out) => {
    const pores = noise(seed, 9 * x, 9 * y, 9 * z);
    const blotches = noise(seed + 4, 0.7 * x, 0.7 * y, 0.7 * z) + 0.5 * noise(seed + 5, 1.9 * x, 1.9 * y, 1.9 * z);
    const tone = 1 + 0.05 * pores + 0.06 * blotches;
    Object.assign(out, { red: red * tone, green: green * tone, blue: blue * tone });
    Object.assign(out, { gloss: 0.16 + 0.05 * pores, sharpness: 14, softness: 1 });
    if (z > -4) addMarks(out, subject, moles, x, y, z);
    const lip = lips(x, y, z);
    if (lip > 0) {
      const wrinkles = 1 + 0.1 * noise(seed + 6, 7 * x, y, z);
      cover(out, [lipColour[0] * wrinkles, lipColour[1] * wrinkles, lipColour[2] * wrinkles], 0.85 * lip);
      tint(out, SHADOWED, smoothstep(0.3, 0.05, Math.abs(y + 3.36)) * lip);
      out.gloss = mix(out.gloss, 0.3, lip);
      out.sharpness = mix(14, 30, lip);
    }
    const brow = brows(x, y, z);
    if (brow > 0) addHair(out, browColour, brow, noise(seed + 7, 9 * x, 3 * y, z), 0.1);
    if (beard !== undefined) {
      const bristles = noise(seed + 8, 7 * x, 4 * y, 7 * z);
      const density = beard.cut === 'stubble' ? 0.5 : 0.97;
      const ragged = smoothstep(0.25, 0.75, beardCover(beard, x, y, z) + 0.2 * bristles);
      addHair(out, beardColour, density * ragged * (1 - lip), bristles, 0.12);
    }
    const scalp = scalpCover(hair, seed, x, y, z);
    if (scalp > 0) addHair(out, hairColour, scalp, strands(subject, x, y, z), 0.35);
  };
}

/** Light and dark in hair, in [-1, 1]: long along the way that it falls, or lumps where it is curly. */
export function strands({ seed, hair }: Subject, x: number, y: number, z: number): number {
  const along = mix(0.35, 2, hair.curl);
  const across = mix(5, 3, hair.curl);
  const azimuth = 5 * Math.atan2(x, z);
  const coarse = noise(seed + 9, across * azimuth * 0.4, along * y, along * z);
  return 0.6 * coarse + 0.6 * noise(seed + 10, across * azimuth, 2 * along * y, across * x);
}

/** Covers skin with hair of uneven lightness. */
export function addHair(out: SurfaceSample, colour: Colour, amount: number, unevenness: number, gloss: number): void {
  const tone = 1 + 0.45 * unevenness;
  cover(out, [colour[0] * tone, colour[1] * tone, colour[2] * tone], amount);
  out.gloss = mix(out.gloss, gloss * (0.6 + 0.4 * unevenness), amount);
  out.sharpness = mix(out.sharpness, 12, amount);
  out.softness = mix(out.softness, 0.2, amount);
}

function addMarks(
  out: SurfaceSample,
  { seed, skin }: Subject,
  moles: readonly (readonly [number, number, number])[],
  x: number,
  y: number,
  z: number,
): void {
  const side = Math.abs(x);
  const spot = (cx: number, cy: number, rx: number, ry: number) =>
    Math.exp(-(((side - cx) / rx) ** 2) - ((y - cy) / ry) ** 2);
  const ears = smoothstep(7.6, 8.6, side);
  tint(out, FLUSH, skin.flush * Math.min(1, spot(4.2, -0.2, 2, 1.6) + spot(0, 0.3, 1.3, 1) + ears));
  tint(out, SHADOWED, (0.2 + 0.7 * skin.age) * spot(3, 2.2, 1.3, 0.45));
  tint(out, SHADOWED, 0.35 * spot(3.1, 3.5, 1.9, 0.8));
  if (skin.age > 0 && z > 3) {
    const folds = Math.abs(
      side -
        interpolate(
          [
            [-4.5, 3.7],
            [-2, 3.1],
            [0, 1.9],
          ],
          y,
        ),
    );
    const inFold = smoothstep(0.35, 0, folds) * smoothstep(-5, -3.5, y) * smoothstep(0.4, -0.6, y);
    const ridge = smoothstep(0.55, 1, Math.cos(4.2 * (y + 0.12 * noise(seed, x, y, 0) - 0.03 * x * x)));
    const forehead = ridge * smoothstep(7, 7.6, y) * smoothstep(10.5, 9.5, y) * smoothstep(5.5, 3.5, side);
    tint(out, CREASED, skin.age * Math.max(0.7 * inFold, 0.4 * forehead));
  }
  if (skin.freckles > 0) {
    const where = Math.min(1, spot(3.2, 0.8, 3, 1.7) + spot(0, 1.5, 1.5, 1.5) + 0.25);
    const speckle = smoothstep(0.3, 0.55, noise(seed + 11, 6 * x, 6 * y, 6 * z));
    tint(out, CREASED, skin.freckles * where * speckle);
  }
  for (const [mx, my, radius] of moles) {
    if (z > 2) tint(out, [0.22, 0.14, 0.12], smoothstep(radius, 0.5 * radius, Math.hypot(x - mx, y - my)));
  }
}

function browCover({ seed, brows }: Subject): Share {
  const line = (side: number): number =>
    interpolate(
      [
        [0.9, 5.55],
        [2.4, 5.95 + 0.5 * brows.arch],
        [4, 6.1 + brows.arch],
        [5.9, 5.15 + 0.3 * brows.arch],
      ],
      side,
    );
  return (x, y, z) => {
    const side = Math.abs(x);
    if (z < 4 || side > 6.2 || y < 4 || y > 8.5) return 0;
    const taper = smoothstep(0.7, 1.5, side) * mix(1, 0.35, smoothstep(3.4, 6, side));
    const hairs = 0.22 * noise(seed + 12, 6 * x + 3 * y * Math.sign(x), 3 * y, 0);
    const distance = Math.abs(y - line(side)) / (brows.halfWidth * taper + 1e-6);
    return brows.density * smoothstep(1.25, 0.6, distance + hairs) * smoothstep(6.1, 5.4, side);
  };
}

/** 1 on the lips, 0 off them, with a border 0.2 cm wide, by the outline of the lips in the frontal view. */
function lipCover({ neutral }: HeadModel): Share {
  const outline = HEAD_LANDMARKS.outerLips.map((v): [number, number] => [
    neutral[3 * v] as number,
    neutral[3 * v + 1] as number,
  ]);
  return (x, y, z) => {
    if (Math.abs(x) > 2.8 || y < -4.7 || y > -2.1 || z < 6) return 0;
    let inside = false;
    let nearest = Number.POSITIVE_INFINITY;
    let [px, py] = outline[outline.length - 1] as [number, number];
    for (const [qx, qy] of outline) {
      const [ex, ey] = [qx - px, qy - py];
      const t = Math.min(1, Math.max(0, ((x - px) * ex + (y - py) * ey) / (ex * ex + ey * ey)));
      nearest = Math.min(nearest, Math.hypot(x - px - t * ex, y - py - t * ey));
      if (qy > y !== py > y && x < px + ((y - py) / ey) * ex) inside = !inside;
      [px, py] = [qx, qy];
    }
    return smoothstep(-0.1, 0.1, inside ? nearest : -nearest);
  };
}
