/** Which triangle is seen at each sample, and where in it. */
export interface VisibilityBuffer {
  readonly width: number;
  readonly height: number;
  /** Depth of the nearest surface in the unit of the input; infinity where there is none. */
  readonly depth: Float32Array;
  /** Index of the triangle, −1 where there is none. */
  readonly triangle: Int32Array;
  /** Weights of the second and third corner; linear on the screen. */
  readonly second: Float32Array;
  readonly third: Float32Array;
}

/**
 * Draws triangles with a depth buffer; both sides are visible.
 *
 * @param screen - [vertex, (x, y, depth)]; integers are sample centres
 * @param triangles - [triangle, corner] vertex indices
 */
export function rasterise(
  screen: Float32Array,
  triangles: Uint32Array,
  width: number,
  height: number,
): VisibilityBuffer {
  const depth = new Float32Array(width * height).fill(Number.POSITIVE_INFINITY);
  const triangle = new Int32Array(width * height).fill(-1);
  const second = new Float32Array(width * height);
  const third = new Float32Array(width * height);
  const read = (index: number): number => screen[index] as number;
  for (let t = 0; t < triangles.length; t += 3) {
    const a = 3 * (triangles[t] as number);
    const b = 3 * (triangles[t + 1] as number);
    const c = 3 * (triangles[t + 2] as number);
    const [ax, ay, az] = [read(a), read(a + 1), read(a + 2)];
    const [bx, by, bz] = [read(b) - ax, read(b + 1) - ay, read(b + 2) - az];
    const [cx, cy, cz] = [read(c) - ax, read(c + 1) - ay, read(c + 2) - az];
    const area = bx * cy - by * cx;
    if (area === 0) continue;
    const left = Math.max(0, Math.ceil(ax + Math.min(0, bx, cx)));
    const right = Math.min(width - 1, Math.floor(ax + Math.max(0, bx, cx)));
    const top = Math.max(0, Math.ceil(ay + Math.min(0, by, cy)));
    const bottom = Math.min(height - 1, Math.floor(ay + Math.max(0, by, cy)));
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const u = ((x - ax) * cy - (y - ay) * cx) / area;
        const v = ((y - ay) * bx - (x - ax) * by) / area;
        if (u < 0 || v < 0 || u + v > 1) continue;
        const z = az + u * bz + v * cz;
        const at = y * width + x;
        if (z >= (depth[at] as number)) continue;
        depth[at] = z;
        triangle[at] = t / 3;
        second[at] = u;
        third[at] = v;
      }
    }
  }
  return { width, height, depth, triangle, second, third };
}
