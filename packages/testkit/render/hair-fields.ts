import { interpolate, noise, smoothstep } from './fields.ts';
import type { BeardLook, HairLook } from './subject.ts';

const DEGREES = 180 / Math.PI;

/**
 * Height of a point of the mean head above the hairline, in centimetres; hair grows where it is positive.
 * The hairline is a height by azimuth: forehead, temple, sideburn, over the ear, nape.
 */
function heightAboveHairline({ hairline }: HairLook, x: number, y: number, z: number): number {
  const azimuth = Math.abs(Math.atan2(x, z)) * DEGREES;
  const border = interpolate(
    [
      [0, hairline],
      [28, hairline - 0.2],
      [46, hairline - 1.2],
      [58, Math.min(7, hairline - 1.5)],
      [66, 4.5],
      [72, 1],
      [80, 1],
      [84, 6],
      [112, 6],
      [122, 0],
      [140, -6],
      [180, -7.5],
    ],
    azimuth,
  );
  return y - border;
}

/** Share of hair on the head's scalp in [0, 1], ragged at the border. */
export function scalpCover(look: HairLook, seed: number, x: number, y: number, z: number): number {
  if (look.cut === 'none') return 0;
  const ragged = 0.35 * noise(seed, 4 * x, 1.2 * y, 4 * z) + 0.25 * noise(seed, 11 * x, 3 * y, 11 * z);
  return smoothstep(-0.25, 0.35, heightAboveHairline(look, x, y, z) + ragged);
}

/** Thickness of the hair that covers a point of the scalp, in centimetres. */
export function hairThickness(look: HairLook, seed: number, x: number, y: number, z: number): number {
  if (look.cut === 'none') return 0;
  const rise = smoothstep(-0.3, 1.6, heightAboveHairline(look, x, y, z));
  if (rise === 0) return 0;
  const top = smoothstep(8, 13, y);
  const lumps = 1 + look.curl * (0.3 * noise(seed, x, y, z) + 0.25 * noise(seed, 2.2 * x, 2.2 * y, 2.2 * z));
  return rise * (look.sideVolume + (look.volume - look.sideVolume) * top) * lumps;
}

/** Share of beard at a point of the mean head in [0, 1], without the raggedness of single hairs. */
export function beardCover({ cut }: BeardLook, x: number, y: number, z: number): number {
  const side = Math.abs(x);
  if (z < 0.5 || y > 3 || y < -10.5) return 0;
  const moustache =
    smoothstep(3.4, 2.7, side) *
    smoothstep(-0.8 - 0.12 * side * side, -1.3 - 0.12 * side * side, y) *
    smoothstep(-2.8, -2.2, y);
  if (cut === 'moustache') return moustache;
  const cheekLine = interpolate(
    [
      [0, -4.9],
      [1.6, -4.5],
      [2.7, -3],
      [4, -2.2],
      [6, -0.8],
      [7.2, 2.2],
    ],
    side,
  );
  const jaw = smoothstep(0.35, -0.5, y - cheekLine) * smoothstep(-10, -8.6, y);
  const width = cut === 'goatee' ? smoothstep(3.3, 2.5, side) : 1;
  return Math.max(moustache, jaw * width);
}
