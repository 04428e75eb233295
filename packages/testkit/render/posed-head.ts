import { smoothstep } from './fields.ts';
import { beardCover, hairThickness } from './hair-fields.ts';
import type { HeadModel, VertexOffsets } from './head-model.ts';
import { vertexNormals } from './mesh.ts';
import { type Subject, shapeWeights } from './subject.ts';

/** How the head is held, in degrees; all zero looks straight into the camera. */
export interface HeadPose {
  /** Positive turns the face to the right edge of the image. */
  readonly yawDegrees: number;
  /** Positive looks up. */
  readonly pitchDegrees: number;
  /** Positive tilts the head clockwise in the image. */
  readonly rollDegrees: number;
}

/** Weights in [0, 1] by the names of the head's expressions, e.g. `mouthSmile_L`. */
export type Expression = Readonly<Record<string, number>>;

/** The height about which the head turns, and the heights between which the neck follows, in cm. */
const PIVOT: readonly [number, number] = [-3, -1];
const NECK: readonly [number, number] = [-15, -7];

/** Which lid closes over which eyeball. Lids do not know how far a subject's eyeball stands out, so it makes room for them. */
const EYEBALLS = [
  ['eyeBlink_L', 'M_ScleraLeft'],
  ['eyeBlink_R', 'M_ScleraRight'],
] as const;
const EYEBALL_ROOM_CM = 0.5;

/**
 * The subject's head with its expression, before it is turned.
 *
 * @returns [vertex, xyz] in cm, without hair or beard standing out
 * @throws {RangeError} for an expression that the head does not have
 */
export function shapeHead(model: HeadModel, subject: Subject, expression: Expression): Float32Array {
  const positions = model.neutral.slice();
  const weights = shapeWeights(subject, model.identityModes.length);
  model.identityModes.forEach((mode, i) => {
    addOffsets(positions, mode, weights[i] ?? 0);
  });
  for (const [name, weight] of Object.entries(expression)) {
    const offsets = model.expressions.get(name);
    if (offsets === undefined) throw new RangeError(`The head has no expression "${name}".`);
    addOffsets(positions, offsets, weight);
  }
  for (const [blink, eyeball] of EYEBALLS) sink(positions, model.triangles.get(eyeball), expression[blink] ?? 0);
  return positions;
}

/** Moves the vertices under hair and beard outwards by its thickness. */
export function growHair(model: HeadModel, subject: Subject, positions: Float32Array): void {
  const face = model.triangles.get('M_Face') ?? new Uint16Array();
  const back = model.triangles.get('M_BackHead') ?? new Uint16Array();
  const normals = vertexNormals(positions, [...face, ...back]);
  const { neutral } = model;
  for (let v = 0; v < positions.length; v += 3) {
    const [x, y, z] = [neutral[v] as number, neutral[v + 1] as number, neutral[v + 2] as number];
    const beard = subject.beard === undefined ? 0 : subject.beard.thickness * beardCover(subject.beard, x, y, z);
    const thickness = Math.max(beard, hairThickness(subject.hair, subject.seed, x, y, z));
    if (thickness === 0) continue;
    for (let axis = 0; axis < 3; axis++) {
      positions[v + axis] = (positions[v + axis] as number) + thickness * (normals[v + axis] as number);
    }
  }
}

/** Turns points about the top of the neck; what lies below the neck stays. */
export function turnHead(positions: Float32Array, pose: HeadPose): void {
  const [pivotY, pivotZ] = PIVOT;
  for (let v = 0; v < positions.length; v += 3) {
    const follow = smoothstep(NECK[0], NECK[1], positions[v + 1] as number);
    if (follow === 0) continue;
    const offset = [
      positions[v] as number,
      (positions[v + 1] as number) - pivotY,
      (positions[v + 2] as number) - pivotZ,
    ];
    const [x, y, z] = rotate(offset, pose, follow);
    positions.set([x, y + pivotY, z + pivotZ], v);
  }
}

/** Turns a direction by a share of the pose: first roll, then pitch, then yaw. */
export function rotate(direction: readonly number[], pose: HeadPose, share = 1): [number, number, number] {
  const radians = (share * Math.PI) / 180;
  const [dx = 0, dy = 0, dz = 0] = direction;
  const [cr, sr] = [Math.cos(pose.rollDegrees * radians), Math.sin(pose.rollDegrees * radians)];
  const [cp, sp] = [Math.cos(pose.pitchDegrees * radians), Math.sin(pose.pitchDegrees * radians)];
  const [cy, sy] = [Math.cos(pose.yawDegrees * radians), Math.sin(pose.yawDegrees * radians)];
  const x = cr * dx + sr * dy;
  const rolled = cr * dy - sr * dx;
  const y = cp * rolled + sp * dz;
  const z = cp * dz - sp * rolled;
  return [cy * x + sy * z, y, cy * z - sy * x];
}

function sink(positions: Float32Array, triangles: Uint16Array | undefined, weight: number): void {
  for (const vertex of new Set(triangles)) {
    positions[3 * vertex + 2] = (positions[3 * vertex + 2] as number) - weight * EYEBALL_ROOM_CM;
  }
}

function addOffsets(positions: Float32Array, { values, scaleCm }: VertexOffsets, weight: number): void {
  const factor = weight * scaleCm;
  for (let i = 0; i < positions.length; i++) {
    positions[i] = (positions[i] as number) + factor * (values[i] as number);
  }
}
