/** A place or a direction: x to the right of the image, y up, z towards the viewer. */
export type Vector = readonly [x: number, y: number, z: number];

export function dot(p: Vector, q: Vector): number {
  return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
}

export function cross([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}

export function scaled([x, y, z]: Vector, factor: number): Vector {
  return [factor * x, factor * y, factor * z];
}

/** Of length 1; a zero vector stays as it is. */
export function unit(vector: Vector): Vector {
  return scaled(vector, 1 / (Math.sqrt(dot(vector, vector)) || 1));
}

/** A row of [vertex, xyz]. */
export function vertexAt(positions: Float32Array, vertex: number): Vector {
  const [x = 0, y = 0, z = 0] = positions.subarray(3 * vertex, 3 * vertex + 3);
  return [x, y, z];
}
