import type { FiveLandmarks, Point, RgbImage } from '@face-verify/core';
import { type Colour, encodeSrgb, parseColour } from './colour.ts';
import { HEAD_LANDMARKS } from './head-landmarks.ts';
import type { HeadModel } from './head-model.ts';
import { type Lighting, lampShadow, roomLight } from './lighting.ts';
import { joinMeshes, type Mesh, vertexNormals } from './mesh.ts';
import { type Person, personMesh } from './person-mesh.ts';
import { rasterise, type VisibilityBuffer } from './rasterise.ts';
import type { SurfaceSample } from './surface.ts';
import { dot, scaled, unit, type Vector, vertexAt } from './vector.ts';

/** What a photograph is to show, and from where. */
export interface Photograph {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly people: readonly Person[];
  readonly lighting: Lighting;
  /** sRGB `#rrggbb`. */
  readonly background: string;
  /** Pixels per cm at the origin of the scene; the eyes of a head are about 6.3 cm apart. */
  readonly pxPerCm: number;
}

export interface RenderedPhotograph {
  readonly image: RgbImage;
  /** The true landmarks, in the order of `people`. */
  readonly landmarks: readonly FiveLandmarks[];
}

/** From the camera to the origin of the scene, in cm: a selfie at arm's length. */
const CAMERA_DISTANCE = 75;
/** Samples per pixel and axis. */
const SUPERSAMPLING = 2;

/**
 * Takes a photograph of people. The same photograph gives the same bytes.
 *
 * @throws {RangeError} for an expression that the head does not have
 */
export function renderPhotograph(model: HeadModel, photograph: Photograph): RenderedPhotograph {
  const meshes = photograph.people.map((person) => personMesh(model, person));
  const starts = meshes.map((_, i) => meshes.slice(0, i).reduce((sum, mesh) => sum + mesh.positions.length / 3, 0));
  const mesh = joinMeshes(meshes);
  const project = camera(photograph);
  return {
    image: shade(mesh, photograph),
    landmarks: starts.map((start) => landmarksOf(mesh.positions, start, project)),
  };
}

/** Takes scene centimetres to pixels and to the distance from the camera's plane. */
function camera({
  widthPx,
  heightPx,
  pxPerCm,
}: Photograph): (x: number, y: number, z: number) => [number, number, number] {
  const focal = pxPerCm * CAMERA_DISTANCE;
  return (x, y, z) => {
    const depth = CAMERA_DISTANCE - z;
    return [(widthPx - 1) / 2 + (focal * x) / depth, (heightPx - 1) / 2 - (focal * y) / depth, depth];
  };
}

function landmarksOf(positions: Float32Array, start: number, project: ReturnType<typeof camera>): FiveLandmarks {
  const middleOf = (...vertices: number[]): Point => {
    const points = vertices.map((vertex) => project(...vertexAt(positions, start + vertex)));
    const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
    return { x: mean(0), y: mean(1) };
  };
  return {
    leftEye: middleOf(...HEAD_LANDMARKS.leftEyeCorners),
    rightEye: middleOf(...HEAD_LANDMARKS.rightEyeCorners),
    noseTip: middleOf(HEAD_LANDMARKS.noseTip),
    leftMouthCorner: middleOf(HEAD_LANDMARKS.leftMouthCorner),
    rightMouthCorner: middleOf(HEAD_LANDMARKS.rightMouthCorner),
  };
}

function shade(mesh: Mesh, photograph: Photograph): RgbImage {
  const { widthPx, heightPx, lighting } = photograph;
  const width = widthPx * SUPERSAMPLING;
  const height = heightPx * SUPERSAMPLING;
  const triangles = Uint32Array.from(mesh.parts.flatMap((part) => Array.from(part.triangles)));
  const partOf = mesh.parts.flatMap((part, i) => new Array<number>(part.triangles.length / 3).fill(i));
  const normals = vertexNormals(mesh.positions, triangles);
  const room = roomLight(mesh.positions, normals, triangles, lighting);
  const lampDirection = unit(lighting.lampDirection);
  const lampReaches = lampShadow(mesh.positions, triangles, lampDirection);
  const seen = rasterise(toScreen(mesh.positions, photograph), triangles, width, height);
  const backdrop = parseColour(photograph.background);
  const linear = new Float32Array(widthPx * heightPx * 3);
  const sample: SurfaceSample = { red: 0, green: 0, blue: 0, gloss: 0, sharpness: 1, softness: 0 };

  for (let at = 0; at < width * height; at++) {
    const [column, row] = [at % width, Math.floor(at / width)];
    const triangle = seen.triangle[at] as number;
    let colour: Colour;
    if (triangle < 0) {
      const glow = 1.08 - 0.22 * (row / height) - 0.12 * Math.abs(column / width - 0.5);
      colour = [backdrop[0] * glow, backdrop[1] * glow, backdrop[2] * glow];
    } else {
      const point = interpolateAt(mesh.positions, triangles, seen, at);
      const reference = interpolateAt(mesh.reference, triangles, seen, at);
      const light = interpolateAt(room, triangles, seen, at);
      const toCamera = unit([-point[0], -point[1], CAMERA_DISTANCE - point[2]]);
      const facing = unit(interpolateAt(normals, triangles, seen, at));
      const normal = dot(facing, toCamera) < 0 ? scaled(facing, -1) : facing;
      mesh.parts[partOf[triangle] as number]?.surface(reference[0], reference[1], reference[2], sample);
      const lit = lampReaches(point[0] + 0.1 * normal[0], point[1] + 0.1 * normal[1], point[2] + 0.1 * normal[2]);
      colour = reflect(sample, light, normal, toCamera, lampDirection, lighting.lamp, lit);
    }
    const pixel = 3 * (Math.floor(row / SUPERSAMPLING) * widthPx + Math.floor(column / SUPERSAMPLING));
    for (let channel = 0; channel < 3; channel++) {
      linear[pixel + channel] = (linear[pixel + channel] as number) + (colour[channel] as number) / SUPERSAMPLING ** 2;
    }
  }
  return { widthPx, heightPx, channels: 3, data: Uint8ClampedArray.from(linear, encodeSrgb) };
}

/** Light that a surface sends to the camera. Light that creeps around a soft edge is red, as in skin. */
function reflect(
  { red, green, blue, gloss, sharpness, softness }: SurfaceSample,
  room: Colour,
  normal: Vector,
  toCamera: Vector,
  toLamp: Vector,
  lamp: Colour,
  lit: number,
): Colour {
  const cosine = dot(normal, toLamp);
  const diffuse = (wrap: number): number => lit * (Math.max(0, cosine + wrap * softness) / (1 + wrap * softness));
  const half = unit([toLamp[0] + toCamera[0], toLamp[1] + toCamera[1], toLamp[2] + toCamera[2]]);
  const highlight = cosine > 0 ? lit * gloss * Math.max(0, dot(normal, half)) ** sharpness : 0;
  const grazing = 0.25 * gloss * (1 - Math.max(0, dot(normal, toCamera))) ** 4;
  return [
    red * (room[0] + lamp[0] * diffuse(0.3)) + lamp[0] * highlight + room[0] * grazing,
    green * (room[1] + lamp[1] * diffuse(0.12)) + lamp[1] * highlight + room[1] * grazing,
    blue * (room[2] + lamp[2] * diffuse(0.08)) + lamp[2] * highlight + room[2] * grazing,
  ];
}

function toScreen(positions: Float32Array, photograph: Photograph): Float32Array {
  const project = camera(photograph);
  const screen = new Float32Array(positions.length);
  for (let v = 0; v < positions.length; v += 3) {
    const [x, y, depth] = project(positions[v] as number, positions[v + 1] as number, positions[v + 2] as number);
    screen.set([SUPERSAMPLING * (x + 0.5) - 0.5, SUPERSAMPLING * (y + 0.5) - 0.5, depth], v);
  }
  return screen;
}

function interpolateAt(values: Float32Array, triangles: Uint32Array, seen: VisibilityBuffer, at: number): Colour {
  const corner = 3 * (seen.triangle[at] as number);
  const [a, b, c] = [triangles[corner], triangles[corner + 1], triangles[corner + 2]] as [number, number, number];
  const [u, v] = [seen.second[at] as number, seen.third[at] as number];
  const channel = (axis: number): number =>
    (1 - u - v) * (values[3 * a + axis] as number) +
    u * (values[3 * b + axis] as number) +
    v * (values[3 * c + axis] as number);
  return [channel(0), channel(1), channel(2)];
}
