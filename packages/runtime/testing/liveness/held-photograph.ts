import type { FiveLandmarks, Point, RgbImage } from '@face-verify/core';
import { rasterise } from '@face-verify/testkit/render';

/** How a sheet with a photograph on it is held up to the camera. */
export interface SheetPose {
  /** Turned about the upright, positive to the right edge of the image. */
  readonly yawDegrees?: number;
  /** Tilted, positive where it faces up. */
  readonly pitchDegrees?: number;
  /** Turned in its own plane, clockwise. */
  readonly rollDegrees?: number;
  /** Nearer (above 1) or farther than life size. */
  readonly scale?: number;
  readonly shiftCm?: readonly [x: number, y: number];
  /** Bent about the upright: radians over its width, positive where the middle comes forward. */
  readonly bend?: number;
}

const FRAME = { widthPx: 320, heightPx: 240, pxPerCm: 7 };
const CAMERA_DISTANCE = 75;
/** The sheet's side: what 480 px are at 12 px per cm. */
const SHEET_CM = 40;
const GRID = 32;
/** Vertices of a side. */
const SIDE = GRID + 1;
const BACKDROP = [150, 145, 140] as const;

/**
 * What a camera sees of a photograph that is held before it, in light from everywhere.
 *
 * @param landmarks - where the photographed face lies on the sheet, in its pixels
 */
export function holdPhotograph(
  photograph: RgbImage,
  landmarks: FiveLandmarks,
  pose: SheetPose,
): { image: RgbImage; landmarks: FiveLandmarks } {
  const place = placing(pose);
  const screen = new Float32Array(SIDE ** 2 * 3);
  const triangles: number[] = [];
  for (let j = 0; j <= GRID; j++) {
    for (let i = 0; i <= GRID; i++) {
      const vertex = j * SIDE + i;
      screen.set(place(i / GRID, j / GRID), 3 * vertex);
      if (i === GRID || j === GRID) continue;
      const below = vertex + SIDE;
      triangles.push(vertex, vertex + 1, below, vertex + 1, below + 1, below);
    }
  }
  const { widthPx, heightPx } = FRAME;
  const seen = rasterise(screen, Uint32Array.from(triangles), widthPx, heightPx);
  const data = new Uint8ClampedArray(widthPx * heightPx * 3);
  for (let at = 0; at < widthPx * heightPx; at++) {
    const triangle = seen.triangle[at] as number;
    if (triangle < 0) {
      data.set(BACKDROP, 3 * at);
      continue;
    }
    const [u, v] = [seen.second[at] as number, seen.third[at] as number];
    const a = triangles[3 * triangle] as number;
    const b = triangles[3 * triangle + 1] as number;
    const c = triangles[3 * triangle + 2] as number;
    const s = ((1 - u - v) * (a % SIDE) + u * (b % SIDE) + v * (c % SIDE)) / GRID;
    const row = (1 - u - v) * Math.floor(a / SIDE) + u * Math.floor(b / SIDE) + v * Math.floor(c / SIDE);
    sampleInto(data, 3 * at, photograph, s * photograph.widthPx - 0.5, (row / GRID) * photograph.heightPx - 0.5);
  }
  const project = ({ x, y }: Point): Point => {
    const [px, py] = place((x + 0.5) / photograph.widthPx, (y + 0.5) / photograph.heightPx);
    return { x: px, y: py };
  };
  return {
    image: { widthPx, heightPx, channels: 3, data },
    landmarks: Object.fromEntries(
      Object.entries(landmarks).map(([name, point]) => [name, project(point)]),
    ) as unknown as FiveLandmarks,
  };
}

/** Takes a place on the sheet, in shares of its sides, to the camera's picture and the distance from it. */
function placing({
  yawDegrees = 0,
  pitchDegrees = 0,
  rollDegrees = 0,
  scale = 1,
  shiftCm = [0, 0],
  bend = 0,
}: SheetPose): (s: number, t: number) => [number, number, number] {
  const [yaw, pitch, roll] = [yawDegrees, pitchDegrees, rollDegrees].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const focal = FRAME.pxPerCm * CAMERA_DISTANCE;
  return (s, t) => {
    const across = (s - 0.5) * SHEET_CM;
    const angle = (s - 0.5) * bend;
    const radius = bend === 0 ? 0 : SHEET_CM / bend;
    const flat = { x: bend === 0 ? across : radius * Math.sin(angle), y: (0.5 - t) * SHEET_CM };
    const forward = bend === 0 ? 0 : radius * (Math.cos(angle) - 1);
    const rolled = {
      x: Math.cos(roll) * flat.x + Math.sin(roll) * flat.y,
      y: Math.cos(roll) * flat.y - Math.sin(roll) * flat.x,
    };
    const y = Math.cos(pitch) * rolled.y + Math.sin(pitch) * forward;
    const deep = Math.cos(pitch) * forward - Math.sin(pitch) * rolled.y;
    const x = Math.cos(yaw) * rolled.x + Math.sin(yaw) * deep;
    const z = Math.cos(yaw) * deep - Math.sin(yaw) * rolled.x;
    const depth = CAMERA_DISTANCE / scale - z;
    return [
      (FRAME.widthPx - 1) / 2 + (focal * (x + shiftCm[0])) / depth,
      (FRAME.heightPx - 1) / 2 - (focal * (y + shiftCm[1])) / depth,
      depth,
    ];
  };
}

/** Bilinear; beyond the sheet its edge goes on. */
function sampleInto(
  out: Uint8ClampedArray,
  at: number,
  { widthPx, heightPx, data }: RgbImage,
  x: number,
  y: number,
): void {
  const [cx, cy] = [Math.min(widthPx - 1.001, Math.max(0, x)), Math.min(heightPx - 1.001, Math.max(0, y))];
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [fx, fy] = [cx - x0, cy - y0];
  const corner = 3 * (y0 * widthPx + x0);
  const below = corner + 3 * widthPx;
  for (let channel = 0; channel < 3; channel++) {
    const top = (1 - fx) * (data[corner + channel] as number) + fx * (data[corner + 3 + channel] as number);
    const bottom = (1 - fx) * (data[below + channel] as number) + fx * (data[below + 3 + channel] as number);
    out[at + channel] = (1 - fy) * top + fy * bottom;
  }
}
