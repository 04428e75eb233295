import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FaceVerifyError, type Point } from '@face-verify/core';
import { PACK_FILES } from './crop-pack.ts';

/**
 * Labels lie beside a pack in two files: {@link LABEL_FILES.index} says what was labelled with what, and
 * {@link LABEL_FILES.rows} has a row of little-endian float32 for each crop, in the order of the pack: x and y of each
 * of {@link LABELLED_POINTS} in crop pixels (integers are pixel centres), then yaw and pitch in degrees (positive to
 * the right edge of the crop, and up). A row of NaN is a crop without a face.
 */
export const LABEL_FILES = { index: 'landmarks.json', rows: 'landmarks.f32' } as const;

/** What is labelled, in its order, and which point of FaceLandmarker's mesh it is. Left and right are the image's. */
export const LABELLED_POINTS = {
  leftEyeOuterCorner: 33,
  leftEyeInnerCorner: 133,
  leftUpperLid: 159,
  leftLowerLid: 145,
  rightEyeInnerCorner: 362,
  rightEyeOuterCorner: 263,
  rightUpperLid: 386,
  rightLowerLid: 374,
  noseTip: 4,
  leftMouthCorner: 61,
  rightMouthCorner: 291,
  upperLipOuter: 0,
  upperLipInner: 13,
  lowerLipInner: 14,
  lowerLipOuter: 17,
  forehead: 10,
  chin: 152,
} as const;

export type LabelledPoint = keyof typeof LABELLED_POINTS;

export const LABELLED_POINT_NAMES = Object.keys(LABELLED_POINTS) as readonly LabelledPoint[];

/** Floats of a row: the points, yaw and pitch. */
export const LABEL_ROW_LENGTH = 2 * LABELLED_POINT_NAMES.length + 2;

/** {@link LABEL_FILES.index}: labels of another pack, model or list of points are other labels. */
export interface LabelIndex {
  /** SHA-256 of the pack's index. */
  readonly pack: string;
  /** SHA-256 of the model that labelled. */
  readonly model: string;
  readonly points: typeof LABELLED_POINTS;
}

/** What FaceLandmarker says of one crop. */
export interface PointLabel {
  /** In crop pixels. */
  readonly points: Readonly<Record<LabelledPoint, Point>>;
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
}

/** The label of each crop by its position in the pack; undefined where there is no face. */
export type PointLabels = (crop: number) => PointLabel | undefined;

/**
 * @param folder - of the pack
 * @param crops - how many crops the pack has
 * @throws {FaceVerifyError} `asset-unavailable` where the labels are missing, unfinished, or of another pack
 */
export function readPointLabels(folder: string, crops: number): PointLabels {
  const [index, rows] = [path.join(folder, LABEL_FILES.index), path.join(folder, LABEL_FILES.rows)];
  const refuse = (fault: string) =>
    new FaceVerifyError('asset-unavailable', `The point labels ${fault}: run \`npm run -s lab -- label\`.`);
  if (!existsSync(index) || !existsSync(rows)) throw refuse('are not there yet');
  const { pack, points }: LabelIndex = JSON.parse(readFileSync(index, 'utf8'));
  if (pack !== packDigest(folder)) throw refuse('are of another pack');
  if (JSON.stringify(points) !== JSON.stringify(LABELLED_POINTS)) throw refuse('are of other points');
  const bytes = readFileSync(rows);
  if (bytes.length !== crops * LABEL_ROW_LENGTH * 4) throw refuse('are not finished');
  const values = new Float32Array(bytes.buffer, bytes.byteOffset, crops * LABEL_ROW_LENGTH);
  return (crop) => parseRow(values.subarray(crop * LABEL_ROW_LENGTH, (crop + 1) * LABEL_ROW_LENGTH));
}

/** SHA-256 of a pack's index. */
export function packDigest(folder: string): string {
  return createHash('sha256')
    .update(readFileSync(path.join(folder, PACK_FILES.index)))
    .digest('hex');
}

/** A label as it is stored; NaN for none. */
export function toRow(label: (Omit<PointLabel, 'points'> & { points: readonly (readonly [number, number])[] }) | null) {
  if (label === null) return new Float32Array(LABEL_ROW_LENGTH).fill(Number.NaN);
  return Float32Array.from([...label.points.flat(), label.yawDegrees, label.pitchDegrees]);
}

function parseRow(row: Float32Array): PointLabel | undefined {
  if (Number.isNaN(row[0])) return undefined;
  const points = LABELLED_POINT_NAMES.map((name, i) => [
    name,
    { x: row[2 * i] as number, y: row[2 * i + 1] as number },
  ]);
  const [yawDegrees, pitchDegrees] = row.subarray(-2) as unknown as [number, number];
  return { points: Object.fromEntries(points), yawDegrees, pitchDegrees };
}
