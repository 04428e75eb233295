import type { Surface } from './surface.ts';

/** Triangles with one surface. */
export interface MeshPart {
  /** [triangle, corner] vertex indices. */
  readonly triangles: ArrayLike<number>;
  readonly surface: Surface;
}

/** Coordinates are [vertex, xyz] in centimetres: x to the right of the image, y up, z towards the viewer. */
export interface Mesh {
  readonly positions: Float32Array;
  /** Where each vertex lies on the mean head; what a surface is a function of. */
  readonly reference: Float32Array;
  readonly parts: readonly MeshPart[];
}

/** A closed or open sheet of quads: `point(i / columns, j / rows)` for every i and j. */
export function sheetMesh(
  columns: number,
  rows: number,
  surface: Surface,
  point: (u: number, v: number) => readonly [number, number, number],
): Mesh {
  const positions = new Float32Array((columns + 1) * (rows + 1) * 3);
  const triangles: number[] = [];
  for (let j = 0; j <= rows; j++) {
    for (let i = 0; i <= columns; i++) {
      const vertex = j * (columns + 1) + i;
      positions.set(point(i / columns, j / rows), 3 * vertex);
      if (i === columns || j === rows) continue;
      const below = vertex + columns + 1;
      triangles.push(vertex, vertex + 1, below, vertex + 1, below + 1, below);
    }
  }
  return { positions, reference: positions.slice(), parts: [{ triangles, surface }] };
}

/** All meshes as one; the vertices keep their order. */
export function joinMeshes(meshes: readonly Mesh[]): Mesh {
  const positions = new Float32Array(meshes.reduce((sum, mesh) => sum + mesh.positions.length, 0));
  const reference = new Float32Array(positions.length);
  const parts: MeshPart[] = [];
  let start = 0;
  for (const mesh of meshes) {
    positions.set(mesh.positions, start);
    reference.set(mesh.reference, start);
    for (const { triangles, surface } of mesh.parts) {
      parts.push({ triangles: Uint32Array.from(triangles, (vertex) => vertex + start / 3), surface });
    }
    start += mesh.positions.length;
  }
  return { positions, reference, parts };
}

/** Unit normals of the vertices, weighted by area. */
export function vertexNormals(positions: Float32Array, triangles: ArrayLike<number>): Float32Array {
  const normals = new Float32Array(positions.length);
  const read = (index: number): number => positions[index] as number;
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [3 * (triangles[t] as number), 3 * (triangles[t + 1] as number), 3 * (triangles[t + 2] as number)];
    const [a = 0, b = 0, c = 0] = corners;
    const [ux, uy, uz] = [read(b) - read(a), read(b + 1) - read(a + 1), read(b + 2) - read(a + 2)];
    const [vx, vy, vz] = [read(c) - read(a), read(c + 1) - read(a + 1), read(c + 2) - read(a + 2)];
    for (const corner of corners) {
      normals[corner] = (normals[corner] as number) + uy * vz - uz * vy;
      normals[corner + 1] = (normals[corner + 1] as number) + uz * vx - ux * vz;
      normals[corner + 2] = (normals[corner + 2] as number) + ux * vy - uy * vx;
    }
  }
  for (let v = 0; v < normals.length; v += 3) {
    const [x, y, z] = [normals[v] as number, normals[v + 1] as number, normals[v + 2] as number];
    const length = Math.hypot(x, y, z) || 1;
    normals[v] = x / length;
    normals[v + 1] = y / length;
    normals[v + 2] = z / length;
  }
  return normals;
}
