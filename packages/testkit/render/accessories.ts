import { parseColour } from './colour.ts';
import { interpolate, mix, noise, smoothstep } from './fields.ts';
import { HEAD_LANDMARKS } from './head-landmarks.ts';
import { joinMeshes, type Mesh, sheetMesh } from './mesh.ts';
import { addHair, strands } from './skin-surface.ts';
import type { GlassesLook, Subject } from './subject.ts';
import { plainSurface, type Surface } from './surface.ts';
import { cross, unit, type Vector, vertexAt } from './vector.ts';

/** Between the lenses, in cm. */
const NARROWEST_BRIDGE = 1.5;

/** A frame before the eyes of a head that looks straight ahead. */
export function glassesMesh({ colour, lens, squareness, rim }: GlassesLook, head: Float32Array): Mesh {
  const surface = plainSurface(parseColour(colour), 0.5, 40);
  const halfHeight = lens[1];
  const front = (vertexAt(head, HEAD_LANDMARKS.noseBridge)[2] ?? 0) + 0.5;
  const bend = (x: number): number => front - 0.028 * x * x;
  const parts: Mesh[] = [];
  for (const side of [-1, 1]) {
    const corners = side < 0 ? HEAD_LANDMARKS.leftEyeCorners : HEAD_LANDMARKS.rightEyeCorners;
    const [outer, inner] = [vertexAt(head, corners[0]), vertexAt(head, corners[1])];
    const centreX = (outer[0] + inner[0]) / 2 + 0.15 * side;
    const centreY = (outer[1] + inner[1]) / 2 - 0.15;
    const halfWidth = Math.min(lens[0], Math.abs(centreX) - NARROWEST_BRIDGE / 2);
    const ring = (u: number): Vector => {
      const [cosine, sine] = [Math.cos(2 * Math.PI * u), Math.sin(2 * Math.PI * u)];
      const x = centreX + halfWidth * Math.sign(cosine) * Math.abs(cosine) ** (2 / squareness);
      return [x, centreY + halfHeight * Math.sign(sine) * Math.abs(sine) ** (2 / squareness), bend(x)];
    };
    const hinge = centreX + side * halfWidth;
    const temple = vertexAt(head, side < 0 ? HEAD_LANDMARKS.leftTemple : HEAD_LANDMARKS.rightTemple);
    const ear: Vector = [temple[0] + 0.3 * side, temple[1] + 0.2, temple[2] - 3];
    parts.push(tubeMesh(96, rim, surface, ring));
    const from: Vector = [hinge, centreY + 0.5, bend(hinge)];
    parts.push(
      tubeMesh(12, rim, surface, (u) => [mix(from[0], ear[0], u), mix(from[1], ear[1], u), mix(from[2], ear[2], u)]),
    );
    parts.push(
      tubeMesh(8, rim, surface, (u) => [mix(centreX - side * halfWidth, 0, u), centreY + 0.4 + 0.3 * u, front]),
    );
  }
  return joinMeshes(parts);
}

/** Hair that falls behind the ears to the shoulders. */
export function longHairMesh(subject: Subject): Mesh {
  const { seed, hair } = subject;
  const colour = parseColour(hair.colour);
  const surface: Surface = (x, y, z, out) => {
    Object.assign(out, { sharpness: 12, softness: 0.2 });
    addHair(out, colour, 1, strands(subject, x, y, z), 0.35);
  };
  const halfWidth: [number, number][] = [
    [-17, 8.6],
    [-8, 9.6],
    [2, 9.6],
    [8, 9],
    [11.5, 7],
    [13.5, 4],
  ];
  return sheetMesh(90, 60, surface, (u, v) => {
    const azimuth = ((60 + 240 * u) * Math.PI) / 180;
    const inward = 1 - 0.2 * smoothstep(0.1, 0, Math.min(u, 1 - u));
    const y = 13.5 - (29 + 1.2 * noise(seed, 9 * u, 0, 0)) * v;
    const wave = 1 + 0.04 * noise(seed, 26 * u, 3 * v, 0) + 0.07 * hair.curl * noise(seed, 20 * u, 12 * v, 1);
    const radius = interpolate(halfWidth, y) * wave * inward * (1 + 0.12 * hair.sideVolume);
    return [radius * Math.sin(azimuth), y, 1.08 * radius * Math.cos(azimuth) - 0.6];
  });
}

/** How a neck differs from the mean head's: its place in cm and the ratio of the widths. */
export interface NeckFit {
  readonly raise: number;
  readonly forward: number;
  readonly widening: number;
}

/** Shoulders in a pullover that closes around the neck. */
export function shouldersMesh({ clothes, seed }: Subject, { raise, forward, widening }: NeckFit): Mesh {
  const [red, green, blue] = parseColour(clothes);
  const surface: Surface = (x, y, z, out) => {
    const tone = 1 + 0.12 * noise(seed, 0.4 * x, 0.2 * y, 0.4 * z) + 0.06 * noise(seed, 8 * x, 8 * y, z);
    Object.assign(out, { red: red * tone, green: green * tone, blue: blue * tone });
    Object.assign(out, { gloss: 0.03, sharpness: 6, softness: 0.2 });
  };
  const halfWidth: [number, number][] = [
    [-50, 22],
    [-26, 22],
    [-21, 20],
    [-18.5, 17.5],
    [-16.6, 15],
    [-14.6, 9.5],
    [-13, 7.6],
    [-12.2, 7.4],
  ];
  return sheetMesh(72, 60, surface, (u, v) => {
    const angle = 2 * Math.PI * u;
    const y = -12.2 - 37 * v ** 1.6;
    const radius = interpolate(halfWidth, y) * mix(widening, 1, smoothstep(0, 0.4, v));
    return [radius * Math.sin(angle), y + raise, (5 * widening + 0.36 * radius) * Math.cos(angle) + forward - 1.2];
  });
}

/** A bent tube along `path`, which is drawn for u in [0, 1]. */
function tubeMesh(columns: number, radius: number, surface: Surface, path: (u: number) => Vector): Mesh {
  return sheetMesh(columns, 8, surface, (u, v) => {
    const [x, y, z] = path(u);
    const [px, py, pz] = path(u - 1e-3);
    const [qx, qy, qz] = path(u + 1e-3);
    const tangent = [qx - px, qy - py, qz - pz] as const;
    const across = unit(
      Math.abs(tangent[2]) > Math.hypot(tangent[0], tangent[1]) ? cross(tangent, [0, 1, 0]) : cross(tangent, [0, 0, 1]),
    );
    const up = unit(cross(tangent, across));
    const [c, s] = [radius * Math.cos(2 * Math.PI * v), radius * Math.sin(2 * Math.PI * v)];
    return [x + c * across[0] + s * up[0], y + c * across[1] + s * up[1], z + c * across[2] + s * up[2]];
  });
}
