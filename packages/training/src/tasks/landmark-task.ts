import {
  alignmentLandmarks,
  composeTransforms,
  distance,
  FACE_POINT_NAMES,
  type FacePointName,
  type FacePoints,
  FIVE_POINT_TEMPLATE,
  landmarksToPoints,
  type Point,
  templateToInput,
  transformFacePoints,
  warpImage,
} from '@face-verify/core';
import { facePointsFromOutput, LANDMARK_INPUT, NETWORKS, networkInput, outputFromFacePoints } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { jitterAbout, mirror, varyPhotometry } from '../data/augment.ts';
import { CROP_TO_ALIGNED, type CropSet } from '../data/crop.ts';
import { openCrops } from '../data/crop-reader.ts';
import { createCropSampler } from '../data/crop-sampler.ts';
import { mirrorFacePoints, readFacePoints } from '../data/face-points.ts';
import { RESEARCH_CROPS } from '../data/shared-data.ts';
import type { Engine } from '../engine/engine.ts';
import { createRandom } from '../random.ts';
import { runImages } from '../validation/run-images.ts';
import { createStudent } from './network-parameters.ts';
import { type NormSchedule, passMode } from './pass-mode.ts';
import type { Run, TrainingTask } from './training-task.ts';

export interface LandmarkConfig extends NormSchedule {
  readonly kind: 'landmarks';
  readonly architecture: string;
  readonly seed: number;
  readonly shares: Partial<Record<CropSet, number>>;
  /** How far off the coarse alignment may be: the detector's error, generously. */
  readonly jitter: { readonly shiftPx: number; readonly degrees: number; readonly scale: number };
}

const { sizePx, faceFraction, outputUnitPx } = LANDMARK_INPUT;
/** Pixels of the network's input between the eyes of the template. */
const eyesPx =
  (FIVE_POINT_TEMPLATE.rightEye.x - FIVE_POINT_TEMPLATE.leftEye.x) * templateToInput(sizePx, faceFraction).a;
/** Pixels of input where the loss turns from quadratic to linear. */
const KNEE_PX = 0.5;

/** How much more the points count that alignment is made of. */
const ALIGNMENT_WEIGHT = 3;
const ALIGNMENT_POINTS: ReadonlySet<FacePointName> = new Set([
  'leftEyeOuterCorner',
  'leftEyeInnerCorner',
  'rightEyeInnerCorner',
  'rightEyeOuterCorner',
  'noseTip',
  'leftMouthCorner',
  'rightMouthCorner',
]);
const POINT_WEIGHTS = FACE_POINT_NAMES.map((name) => (ALIGNMENT_POINTS.has(name) ? ALIGNMENT_WEIGHT : 1));

/** Faces as the network gets them after a detection that was wrong by a random amount. */
interface DrawnFace {
  readonly image: ReturnType<typeof warpImage>;
  readonly points: FacePoints;
}

/**
 * The points of a face that the detector aligned roughly. Labels are FaceLandmarker's; what the detector would have
 * got wrong is drawn at random.
 */
export async function createLandmarkTask(config: LandmarkConfig, engine: Engine): Promise<TrainingTask> {
  const { seed, jitter } = config;
  const define = NETWORKS[config.architecture];
  if (define === undefined) throw new Error(`There is no network ${config.architecture}.`);
  const network = define();
  const crops = openCrops(RESEARCH_CROPS);
  const labels = readFacePoints(RESEARCH_CROPS, crops.records);
  const isLabelled = (crop: number) => labels(crop) !== undefined;
  const sample = createCropSampler(crops.records, config.shares, seed, isLabelled);
  const { student, parameters } = createStudent(network, engine, seed);

  const draw = (index: number, random: () => number, augment: boolean): DrawnFace => {
    const signed = (limit: number) => limit * (2 * random() - 1);
    const wrong = jitterAbout(
      (sizePx - 1) / 2,
      1 + signed(jitter.scale),
      signed(jitter.degrees),
      signed(jitter.shiftPx),
      signed(jitter.shiftPx),
    );
    const toInput = composeTransforms(wrong, composeTransforms(templateToInput(sizePx, faceFraction), CROP_TO_ALIGNED));
    const image = warpImage(crops.read(index), toInput, sizePx);
    const label = labels(index);
    if (label === undefined) throw new Error(`Crop ${index} has no label.`);
    const points = transformFacePoints(label, toInput);
    if (!augment) return { image, points };
    const mirrored = random() < 0.5;
    if (mirrored) mirror(image);
    return {
      image: varyPhotometry(image, random),
      points: mirrored ? mirrorFacePoints(points, sizePx) : points,
    };
  };

  const drawBatch = (pictures: readonly number[]) => {
    const drawn = pictures.map((picture) => draw(sample(picture), createRandom(seed, 2 * picture + 1), true));
    const input = networkInput(
      drawn.map(({ image }) => image),
      sizePx,
    );
    return { drawn, input };
  };

  const held = crops.records.flatMap((record, i) =>
    record.split === 'val' && !record.suspect && isLabelled(i) ? [draw(i, createRandom(seed, -1 - i), false)] : [],
  );
  const heldOut = held.map(({ image }) => image);

  /** Distances from the labels, as shares of the distance between the eyes. */
  const landmarkFigures = async (run: Run) => {
    const found = (await runImages(heldOut, run)).map(facePointsFromOutput);
    const all = FACE_POINT_NAMES.flatMap((name) =>
      found.map((points, i) => distance(points[name], (held[i] as DrawnFace).points[name]) / eyesPx),
    );
    const errors = found.map((points, i) => {
      const [five, labels] = [points, (held[i] as DrawnFace).points].map((p) =>
        landmarksToPoints(alignmentLandmarks(p)),
      );
      return mean((five as Point[]).map((point, p) => distance(point, labels?.[p] as Point) / eyesPx));
    });
    errors.sort((p, q) => p - q);
    const quantile = (share: number) => errors[Math.floor(share * (errors.length - 1))] as number;
    return {
      meanError: mean(errors),
      medianError: quantile(0.5),
      p95Error: quantile(0.95),
      allPointsMeanError: mean(all),
    };
  };

  return {
    network,
    run: (input) => student.forward(input, 'evaluate').output,
    heldOut,
    parameters,

    batch: (pictures) => {
      const mode = passMode(config, pictures);
      const { drawn, input } = drawBatch(pictures);
      const target = tf.tensor2d(drawn.map(({ points }) => outputFromFacePoints(points)));

      return {
        losses: () => {
          const error = tf.mul(tf.sub(student.forward(input, mode).output, target), outputUnitPx);
          // Pseudo-Huber: large errors, often wrong labels, pull no harder than moderate ones.
          const huber = tf.sub(tf.sqrt(tf.add(tf.square(error), KNEE_PX ** 2)), KNEE_PX);
          const weights = tf.tensor1d(POINT_WEIGHTS.flatMap((weight) => [weight, weight]));
          const total = tf.div(tf.mean(tf.mul(huber, weights)), tf.mean(weights)) as tf.Scalar;
          return { total, errorPx: tf.mean(tf.abs(error)) as tf.Scalar };
        },
        dispose: () => tf.dispose([input, target]),
      };
    },

    settle: (pictures, past) => tf.tidy(() => student.settle(drawBatch(pictures).input, past)),

    validate: landmarkFigures,

    describe: async (run) => ({
      kind: 'landmarks',
      metrics: {
        val: {
          set: `${held.length} CelebA crops of identities never trained on, roughly aligned as in training; errors are shares of the distance between the eyes, against FaceLandmarker's points; over the five that alignment needs where nothing else is said`,
          ...(await landmarkFigures(run)),
        },
      },
    }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
