import {
  ALIGNED_SIZE_PX,
  composeTransforms,
  type FacePoints,
  mirrorImage,
  type RgbImage,
  type SimilarityTransform,
  templateToInput,
  transformFacePoints,
  warpImage,
} from '@face-verify/core';
import {
  FACE_OUTPUTS,
  FACE_UNITS,
  type FaceOutput,
  NETWORKS,
  networkInput,
  nodesOf,
  outputFromFacePoints,
  POINT_INPUT,
} from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { type AugmentationRanges, jitterAbout, varyPhotometry } from '../../data/augment.ts';
import { type Backdrops, openBackdrops } from '../../data/backdrops.ts';
import { CROP_TO_ALIGNED, type CropSet } from '../../data/crop.ts';
import { openCrops } from '../../data/crop-reader.ts';
import { createCropSampler } from '../../data/crop-sampler.ts';
import { mirrorFacePoints, readTrustedLabels } from '../../data/face-points.ts';
import { drawFaceless, drawScene, FACELESS, type FacelessMaterial, SCENE_TO_CROP } from '../../data/faceless.ts';
import { isTrusted } from '../../data/held-out-faces.ts';
import type { PointLabel } from '../../data/point-labels.ts';
import { createRandom } from '../../data/random.ts';
import { BACKDROPS_FOLDER, RESEARCH_CROPS } from '../../data/shared-data.ts';
import type { Engine } from '../../engine/engine.ts';
import { createStudent } from './network-parameters.ts';
import { type NormSchedule, passMode } from './pass-mode.ts';
import { pointLosses } from './point-losses.ts';
import { describePoints, pointFigures, type RoughFace, type RoughFaceless } from './point-validation.ts';
import type { TrainingTask } from './training-task.ts';

export interface PointConfig extends NormSchedule {
  readonly kind: 'points';
  readonly architecture: string;
  readonly seed: number;
  readonly shares: Partial<Record<CropSet, number>>;
  /** Outputs that stay what they are in the weights that the run begins with: what they are computed from is not learned. */
  readonly kept?: readonly FaceOutput[];
  /** Of the pictures, how many show no face where one is said to be: see {@link FACELESS}. */
  readonly facelessShare: number;
  /** How far off the first look's alignment may be: the detector's error, generously. */
  readonly jitter: { readonly shiftPx: number; readonly degrees: number; readonly scale: number };
  /** How light and lens vary; what of it moves points is not used. */
  readonly augmentation: AugmentationRanges;
}

/** Of the faces, how many stand before a backdrop, so that what gives a scene away is not its seams. */
const SCENE_SHARE = 0.1;
const KINDS = Object.keys(FACELESS).length;
const { sizePx, faceFraction } = POINT_INPUT;
const TO_INPUT = templateToInput(sizePx, faceFraction);
const ALIGNED_CENTRE_PX = (ALIGNED_SIZE_PX - 1) / 2;
const NO_POINTS = new Array<number>(FACE_OUTPUTS.points).fill(0);

/** A picture as the network gets it, and what it is to say; nothing but that there is no face where there is none. */
interface Lesson {
  readonly image: RgbImage;
  readonly face: { readonly points: FacePoints; readonly pose: readonly [yaw: number, pitch: number] } | undefined;
}

/**
 * The points of a face that the detector aligned roughly, whether there is one, and where it looks. Labels are
 * FaceLandmarker's; what the detector would have got wrong is drawn at random.
 */
export async function createPointTask(config: PointConfig, engine: Engine): Promise<TrainingTask> {
  const { seed, jitter, augmentation } = config;
  const define = NETWORKS[config.architecture];
  if (define === undefined) throw new Error(`There is no network ${config.architecture}.`);
  const network = define();
  const crops = openCrops(RESEARCH_CROPS);
  const labels = readTrustedLabels(RESEARCH_CROPS, crops.records);
  const backdrops = await openBackdrops(BACKDROPS_FOLDER);
  const isLabelled = (crop: number) => labels(crop) !== undefined;
  const sample = createCropSampler(crops.records, config.shares, seed, isLabelled);
  const keptNodes = new Set((config.kept ?? []).flatMap((output) => [...nodesOf(network, output)]));
  const { student, parameters } = createStudent(network, engine, seed, keptNodes);

  /** @param wrongness - share in [0, 1] of what the alignment may be off by */
  const error = (random: () => number, wrongness: number): SimilarityTransform => {
    const signed = (limit: number) => wrongness * limit * (2 * random() - 1);
    return jitterAbout(
      ALIGNED_CENTRE_PX,
      1 + signed(jitter.scale),
      signed(jitter.degrees),
      signed(jitter.shiftPx),
      signed(jitter.shiftPx),
    );
  };

  const labelOf = (crop: number): PointLabel => {
    const label = labels(crop);
    if (label === undefined) throw new Error(`Crop ${crop} has no label.`);
    return label;
  };

  const drawMaterial = (crop: number, other: number, drawn: Backdrops, random: () => number): FacelessMaterial => ({
    crop: crops.read(crop),
    points: labelOf(crop).points,
    other: crops.read(other),
    backdrops: drawn,
    error: () => error(random, 1),
  });

  const draw = (picture: number): Lesson => {
    const random = createRandom(seed, 2 * picture + 1);
    const crop = sample(picture);
    if (random() < config.facelessShare) {
      const { image, toAligned } = drawFaceless(
        drawMaterial(crop, sample(picture + 1), backdrops.training, random),
        random,
      );
      const seen = warpImage(image, composeTransforms(TO_INPUT, toAligned), sizePx);
      if (random() < 0.5) mirrorImage(seen);
      return { image: varyPhotometry(seen, random, augmentation), face: undefined };
    }
    const { points, yawDegrees, pitchDegrees } = labelOf(crop);
    // A third of the faces are nearly as straight as a second look finds them, few as wrong as can be.
    const toInput = composeTransforms(TO_INPUT, composeTransforms(error(random, random() ** 2), CROP_TO_ALIGNED));
    const image =
      random() < SCENE_SHARE
        ? warpImage(
            drawScene(drawMaterial(crop, sample(picture + 1), backdrops.training, random), random),
            composeTransforms(toInput, SCENE_TO_CROP),
            sizePx,
          )
        : warpImage(crops.read(crop), toInput, sizePx);
    const found = transformFacePoints(points, toInput);
    const mirrored = random() < 0.5;
    if (mirrored) mirrorImage(image);
    return {
      image: varyPhotometry(image, random, augmentation),
      face: {
        points: mirrored ? mirrorFacePoints(found, sizePx) : found,
        pose: [mirrored ? -yawDegrees : yawDegrees, pitchDegrees],
      },
    };
  };

  const drawBatch = (pictures: readonly number[]) => {
    const lessons = pictures.map(draw);
    const input = networkInput(
      lessons.map(({ image }) => image),
      sizePx,
    );
    return { lessons, input };
  };

  const heldOut = crops.records.flatMap((record, i) => (isTrusted(record) && isLabelled(i) ? [{ record, i }] : []));
  const faces = heldOut.map(({ record, i }): RoughFace => {
    const { points, yawDegrees, pitchDegrees } = labelOf(i);
    const toAligned = composeTransforms(error(createRandom(seed, -1 - 2 * i), 1), CROP_TO_ALIGNED);
    return { identity: record.identity, image: crops.read(i), toAligned, points, yawDegrees, pitchDegrees };
  });
  /** Of every so many-th held-out face, beginning with another for each kind, sights of all kinds without a face. */
  const faceless = (every: number) =>
    Object.entries(FACELESS).flatMap(([kind, { draw }], k) =>
      heldOut.flatMap(({ record, i }, n): RoughFaceless[] => {
        if (n % every !== k % every) return [];
        const random = createRandom(seed, -2 - 2 * (i * KINDS + k));
        const other = heldOut[(n + Math.floor(heldOut.length / 2)) % heldOut.length] ?? { i };
        return [
          { identity: record.identity, kind, ...draw(drawMaterial(i, other.i, backdrops.heldOut, random), random) },
        ];
      }),
    );

  return {
    network,
    run: (input) => student.forward(input, 'evaluate').output,
    heldOut: faces.map(({ image, toAligned }) => warpImage(image, composeTransforms(TO_INPUT, toAligned), sizePx)),
    parameters,

    batch: (pictures) => {
      const mode = passMode(config, pictures);
      const { lessons, input } = drawBatch(pictures);
      const targets = {
        points: tf.tensor2d(lessons.map(({ face }) => (face ? outputFromFacePoints(face.points) : NO_POINTS))),
        isFace: tf.tensor2d(lessons.map(({ face }) => [face ? 1 : 0])),
        pose: tf.tensor2d(
          lessons.map(({ face }) => (face?.pose ?? [0, 0]).map((degrees) => degrees / FACE_UNITS.poseDegrees)),
        ),
      };
      return {
        losses: () => pointLosses(student.forward(input, mode).output, targets),
        dispose: () => tf.dispose([input, targets.points, targets.isFace, targets.pose]),
      };
    },

    settle: (pictures, past) => tf.tidy(() => student.settle(drawBatch(pictures).input, past)),

    validate: (run) => pointFigures(faces, faceless(KINDS), run),

    describe: (run) => describePoints(faces, faceless(2), jitter, run),
  };
}
