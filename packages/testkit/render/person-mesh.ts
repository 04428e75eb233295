import { glassesMesh, longHairMesh, type NeckFit, shouldersMesh } from './accessories.ts';
import { type Colour, parseColour } from './colour.ts';
import { eyeSurface } from './eye-surface.ts';
import type { HeadModel } from './head-model.ts';
import { joinMeshes, type Mesh, type MeshPart } from './mesh.ts';
import { type Expression, growHair, type HeadPose, rotate, shapeHead, turnHead } from './posed-head.ts';
import { skinSurface } from './skin-surface.ts';
import type { Subject } from './subject.ts';
import { plainSurface, type Surface } from './surface.ts';

/** A subject as it stands before the camera. */
export interface Person {
  readonly subject: Subject;
  readonly pose: HeadPose;
  readonly expression: Expression;
  /** Where the head's origin, a little below the ears' middle, lies in the scene, in cm. */
  readonly offsetCm: readonly [x: number, y: number, z: number];
}

const MOUTH_INSIDE: Colour = [0.16, 0.04, 0.04];
const TEETH: Colour = [0.72, 0.68, 0.58];
const LASHES: Colour = [0.03, 0.02, 0.02];
/** Where clothes begin, how far the neck goes on under them, and its half width, on the mean head in cm. */
const COLLAR = -12.6;
const HIDDEN_NECK = 1.4;
const NECK_HALF_WIDTH = 7;

/**
 * Everything of a person that is seen. The head's vertices come first, so that landmarks keep their indices.
 *
 * @throws {RangeError} for an expression that the head does not have
 */
export function personMesh(model: HeadModel, person: Person): Mesh {
  const { subject, pose, expression, offsetCm } = person;
  const positions = shapeHead(model, subject, expression);
  const glasses = subject.glasses === undefined ? [] : [glassesMesh(subject.glasses, positions)];
  const shoulders = shouldersMesh(subject, fitNeck(model, positions));
  growHair(model, subject, positions);
  const head: Mesh = { positions, reference: model.neutral, parts: headParts(model, person) };
  const hair = subject.hair.cut === 'long' ? [longHairMesh(subject)] : [];
  const turning = [head, ...glasses, ...hair];
  for (const mesh of turning) turnHead(mesh.positions, pose);
  const whole = joinMeshes([...turning, shoulders]);
  for (let i = 0; i < whole.positions.length; i++) {
    whole.positions[i] = (whole.positions[i] as number) + (offsetCm[i % 3] as number);
  }
  return whole;
}

function headParts(model: HeadModel, { subject, pose, expression }: Person): MeshPart[] {
  const skin = skinSurface(model, subject);
  const gaze = rotate([0, 0, 1], pose, -0.7);
  const surfaces: Record<string, Surface> = {
    M_Face: skin,
    M_BackHead: withCavities(skin),
    M_ScleraLeft: eyeSurface(model, 'M_ScleraLeft', subject.iris, gaze),
    M_ScleraRight: eyeSurface(model, 'M_ScleraRight', subject.iris, gaze),
    M_Teeth: plainSurface(TEETH, 0.3, 30),
    M_GumsTongue: plainSurface(MOUTH_INSIDE, 0.1, 20),
    ...(blinks(expression) && lashesOf(subject)),
  };
  return Object.entries(surfaces).map(([name, surface]) => ({
    triangles: trianglesOutsideClothes(model.triangles.get(name) ?? new Uint16Array(), model.neutral),
    surface,
  }));
}

function lashesOf({ lashes }: Subject): Record<string, Surface> {
  if (lashes === false) return {};
  return { M_EyeLashes: plainSurface(lashes === undefined ? LASHES : parseColour(lashes), 0.1, 20) };
}

/** Lashes tell a closed eye from a bare lid. Over open eyes they would cast more shadow than they have. */
function blinks({ eyeBlink_L = 0, eyeBlink_R = 0 }: Expression): boolean {
  return Math.max(eyeBlink_L, eyeBlink_R) > 0.4;
}

/** Compares the ring of the neck at the collar with the mean head's. */
function fitNeck({ neutral }: HeadModel, positions: Float32Array): NeckFit {
  let [raise, forward, width, meanWidth, count] = [0, 0, 0, 0, 0];
  for (let v = 0; v < neutral.length; v += 3) {
    const [x, y, z] = [neutral[v] as number, neutral[v + 1] as number, neutral[v + 2] as number];
    if (Math.abs(y - COLLAR) > 1 || Math.abs(x) > NECK_HALF_WIDTH) continue;
    raise += (positions[v + 1] as number) - y;
    forward += (positions[v + 2] as number) - z;
    width += Math.abs(positions[v] as number);
    meanWidth += Math.abs(x);
    count++;
  }
  return { raise: raise / count, forward: forward / count, widening: width / meanWidth };
}

/** Without the part of the neck that clothes hide. */
function trianglesOutsideClothes(triangles: Uint16Array, neutral: Float32Array): number[] {
  const isVisible = (vertex: number): boolean => {
    const [x = 0, y = 0] = neutral.subarray(3 * vertex, 3 * vertex + 2);
    return y > COLLAR + 3 || (y > COLLAR - HIDDEN_NECK && Math.abs(x) < NECK_HALF_WIDTH);
  };
  const kept: number[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = triangles.subarray(t, t + 3);
    if (corners.every(isVisible)) kept.push(...corners);
  }
  return kept;
}

/** The back of the head also holds the sockets of the eyes and the mouth, which are not skin. */
function withCavities(skin: Surface): Surface {
  const flesh = plainSurface(MOUTH_INSIDE, 0.2, 20);
  return (x, y, z, out) => {
    const inMouth = Math.abs(x) < 4 && y > -7 && y < 0 && z > 0;
    const inSocket = Math.abs(x) < 5.2 && y > 1.5 && y < 5.5 && z > 4;
    (inMouth || inSocket ? flesh : skin)(x, y, z, out);
  };
}
