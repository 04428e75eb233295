import { parseColour } from './colour.ts';
import { mix, noise, smoothstep } from './fields.ts';
import type { HeadModel } from './head-model.ts';
import type { Surface } from './surface.ts';
import type { Vector } from './vector.ts';

/** Angles from the middle of the iris as seen from the eyeball's centre, in radians. */
const IRIS_ANGLE = 0.5;
const PUPIL_ANGLE = 0.2;

/**
 * White, iris and pupil by the angle from the gaze.
 *
 * @param part - the eyeball's material, e.g. `M_ScleraLeft`
 * @param iris - sRGB `#rrggbb`
 * @param gaze - unit direction on the mean head
 */
export function eyeSurface(model: HeadModel, part: string, iris: string, gaze: Vector): Surface {
  const [cx, cy, cz] = eyeballCentre(model, part);
  const irisColour = parseColour(iris);
  return (x, y, z, out) => {
    const [dx, dy, dz] = [x - cx, y - cy, z - cz];
    const along = (dx * gaze[0] + dy * gaze[1] + dz * gaze[2]) / Math.hypot(dx, dy, dz);
    const angle = Math.acos(Math.min(1, along));
    const spokes = 1 + 0.35 * noise(7, 12 * Math.atan2(dy, dx), 3 * angle, 0);
    const inIris = smoothstep(IRIS_ANGLE + 0.03, IRIS_ANGLE - 0.03, angle);
    const ring = mix(1, 0.35, smoothstep(0.38, IRIS_ANGLE, angle));
    const pupil = smoothstep(PUPIL_ANGLE - 0.03, PUPIL_ANGLE + 0.03, angle);
    const redness = smoothstep(0.7, 1.2, angle);
    const white = [0.66, mix(0.64, 0.48, redness), mix(0.62, 0.44, redness)];
    const channel = (at: 0 | 1 | 2) => mix(white[at] ?? 0, irisColour[at] * spokes * ring * pupil, inIris);
    Object.assign(out, { red: channel(0), green: channel(1), blue: channel(2) });
    Object.assign(out, { gloss: 0.7, sharpness: 120, softness: 0.3 });
  };
}

function eyeballCentre({ neutral, triangles }: HeadModel, part: string): Vector {
  const lowest = [Infinity, Infinity, Infinity];
  const highest = [-Infinity, -Infinity, -Infinity];
  for (const vertex of triangles.get(part) ?? []) {
    for (let axis = 0; axis < 3; axis++) {
      const value = neutral[3 * vertex + axis] as number;
      lowest[axis] = Math.min(lowest[axis] as number, value);
      highest[axis] = Math.max(highest[axis] as number, value);
    }
  }
  const middle = (axis: number) => ((lowest[axis] as number) + (highest[axis] as number)) / 2;
  return [middle(0), middle(1), middle(2)];
}
