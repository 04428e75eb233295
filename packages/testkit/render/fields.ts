/** Smooth step from 0 at `low` to 1 at `high`; falls where `high < low`. */
export function smoothstep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** `from` at t = 0, `to` at t = 1. */
export function mix(from: number, to: number, t: number): number {
  return from + (to - from) * t;
}

/** The value at `x` of straight lines through `knots`, given by rising x; constant outside. */
export function interpolate(knots: readonly (readonly [x: number, y: number])[], x: number): number {
  let previous = knots[0];
  for (const knot of knots) {
    if (x <= knot[0]) {
      if (previous === undefined || previous === knot) return knot[1];
      return mix(previous[1], knot[1], (x - previous[0]) / (knot[0] - previous[0]));
    }
    previous = knot;
  }
  return previous?.[1] ?? 0;
}

/** A repeatable number in [0, 1) for a seed and three integers. */
export function hash(seed: number, i: number, j = 0, k = 0): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  h = Math.imul(h ^ i, 0xcc9e2d51);
  h = Math.imul((h ^ (h >>> 15)) + j, 0x1b873593);
  h = Math.imul((h ^ (h >>> 13)) + k, 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32;
}

/** A repeatable draw from the standard normal distribution (Box and Muller). */
export function normalDraw(seed: number, index: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - hash(seed, index, 1)));
  return radius * Math.cos(2 * Math.PI * hash(seed, index, 2));
}

/** Smooth noise in [-1, 1] that varies over a length of about 1 in each direction. */
export function noise(seed: number, x: number, y: number, z: number): number {
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [u, v, w] = [smoothstep(0, 1, x - i), smoothstep(0, 1, y - j), smoothstep(0, 1, z - k)];
  const plane = (dk: number): number =>
    mix(
      mix(hash(seed, i, j, k + dk), hash(seed, i + 1, j, k + dk), u),
      mix(hash(seed, i, j + 1, k + dk), hash(seed, i + 1, j + 1, k + dk), u),
      v,
    );
  return 2 * mix(plane(0), plane(1), w) - 1;
}
