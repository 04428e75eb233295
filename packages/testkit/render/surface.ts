import type { Colour } from './colour.ts';
import { mix } from './fields.ts';

/** What light meets at one point. */
export interface SurfaceSample {
  /** Linear light reflected diffusely, per channel. */
  red: number;
  green: number;
  blue: number;
  /** Strength of the highlight in [0, 1]. */
  gloss: number;
  /** Phong exponent of the highlight. */
  sharpness: number;
  /** How far light creeps past the terminator, in [0, 1]: skin 1, everything hard 0. */
  softness: number;
}

/** Fills `out` for a point of the mean head (centimetres). */
export type Surface = (x: number, y: number, z: number, out: SurfaceSample) => void;

/** Covers what `out` holds with `colour`. */
export function cover(out: SurfaceSample, [red, green, blue]: Colour, amount: number): void {
  out.red = mix(out.red, red, amount);
  out.green = mix(out.green, green, amount);
  out.blue = mix(out.blue, blue, amount);
}

/** Multiplies the colour that `out` holds. */
export function tint(out: SurfaceSample, [red, green, blue]: Colour, amount = 1): void {
  out.red *= mix(1, red, amount);
  out.green *= mix(1, green, amount);
  out.blue *= mix(1, blue, amount);
}

/** One colour everywhere. */
export function plainSurface([red, green, blue]: Colour, gloss: number, sharpness: number): Surface {
  return (_x, _y, _z, out) => {
    Object.assign(out, { red, green, blue, gloss, sharpness, softness: 0 });
  };
}
