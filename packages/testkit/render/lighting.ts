import type { Colour } from './colour.ts';
import { mix } from './fields.ts';
import { rasterise } from './rasterise.ts';

/** One lamp and the light of the room. Colours are linear; 1 is full white. */
export interface Lighting {
  /** From the scene towards the lamp; any length. */
  readonly lampDirection: readonly [x: number, y: number, z: number];
  readonly lamp: Colour;
  /** Light of the room from above and from below. */
  readonly above: Colour;
  readonly below: Colour;
}

/** Directions in which the room is looked for, and the side of the image drawn for each. */
const ROOM_DIRECTIONS = 30;
const ROOM_MAP_SIDE = 160;
const LAMP_MAP_SIDE = 900;
/** How far a surface may lie behind the nearest one and still count as lit, in cm: the cost of coarse maps. */
const ROOM_BIAS = 0.45;
const LAMP_BIAS = 0.16;

/**
 * Light of the room at each vertex: from every direction in turn the scene is drawn, and what is hidden gets none.
 *
 * @returns [vertex, rgb]
 */
export function roomLight(
  positions: Float32Array,
  normals: Float32Array,
  triangles: Uint32Array,
  { above, below }: Lighting,
): Float32Array {
  const light = new Float32Array(positions.length);
  for (let i = 0; i < ROOM_DIRECTIONS; i++) {
    const direction = spreadDirection(i, ROOM_DIRECTIONS);
    const isLit = shadowTest(positions, triangles, direction, ROOM_MAP_SIDE, ROOM_BIAS);
    const [dx, dy, dz] = direction;
    const colour = above.map((value, channel) => mix(below[channel] ?? 0, value, (dy + 1) / 2));
    for (let v = 0; v < positions.length; v += 3) {
      const facing = (normals[v] as number) * dx + (normals[v + 1] as number) * dy + (normals[v + 2] as number) * dz;
      if (facing <= 0) continue;
      if (isLit(positions[v] as number, positions[v + 1] as number, positions[v + 2] as number) === 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        // The mean of the positive part of a cosine over all directions is 1/4.
        const share = (4 * facing * (colour[channel] as number)) / ROOM_DIRECTIONS;
        light[v + channel] = (light[v + channel] as number) + share;
      }
    }
  }
  return light;
}

/** Share of the lamp's light in [0, 1] that reaches a point. */
export function lampShadow(
  positions: Float32Array,
  triangles: Uint32Array,
  direction: readonly [number, number, number],
): (x: number, y: number, z: number) => number {
  return shadowTest(positions, triangles, direction, LAMP_MAP_SIDE, LAMP_BIAS);
}

function shadowTest(
  positions: Float32Array,
  triangles: Uint32Array,
  [dx, dy, dz]: readonly [number, number, number],
  side: number,
  bias: number,
): (x: number, y: number, z: number) => number {
  const flat = Math.hypot(dx, dz) || 1;
  const across = [dz / flat, 0, -dx / flat] as const;
  const up = [(-dy * dx) / flat, flat, (-dy * dz) / flat] as const;
  const project = (x: number, y: number, z: number): [number, number, number] => [
    across[0] * x + across[2] * z,
    up[0] * x + up[1] * y + up[2] * z,
    -(dx * x + dy * y + dz * z),
  ];
  const screen = new Float32Array(positions.length);
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let v = 0; v < positions.length; v += 3) {
    const point = project(positions[v] as number, positions[v + 1] as number, positions[v + 2] as number);
    screen.set(point, v);
    [left, right] = [Math.min(left, point[0]), Math.max(right, point[0])];
    [bottom, top] = [Math.min(bottom, point[1]), Math.max(top, point[1])];
  }
  const scale = (side - 3) / Math.max(right - left, top - bottom);
  for (let v = 0; v < screen.length; v += 3) {
    screen[v] = 1 + ((screen[v] as number) - left) * scale;
    screen[v + 1] = 1 + ((screen[v + 1] as number) - bottom) * scale;
  }
  const { depth } = rasterise(screen, triangles, side, side);
  return (x, y, z) => {
    const [px, py, pz] = project(x, y, z);
    const u = Math.round(1 + (px - left) * scale);
    const v = Math.round(1 + (py - bottom) * scale);
    let lit = 0;
    for (let j = -1; j <= 1; j++) {
      for (let i = -1; i <= 1; i++) {
        const nearest = depth[(v + j) * side + u + i] ?? Infinity;
        if (pz <= nearest + bias) lit++;
      }
    }
    return lit / 9;
  };
}

/** The i-th of n directions spread evenly over the sphere (a Fibonacci spiral). */
function spreadDirection(i: number, n: number): [number, number, number] {
  const y = 1 - (2 * i + 1) / n;
  const radius = Math.sqrt(1 - y * y);
  const angle = i * Math.PI * (3 - Math.sqrt(5));
  return [radius * Math.cos(angle), y, radius * Math.sin(angle)];
}
