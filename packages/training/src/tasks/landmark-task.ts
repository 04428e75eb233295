import path from 'node:path';
import {
  applyTransform,
  composeTransforms,
  distance,
  FIVE_POINT_TEMPLATE,
  type Point,
  type SimilarityTransform,
  scaleOf,
  templateToInput,
  warpImage,
} from '@face-verify/core';
import {
  LANDMARK_INPUT,
  landmarkOutputFromPoints,
  landmarkPointsFromOutput,
  NETWORKS,
  networkInput,
} from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { jitterAbout, mirror, varyPhotometry } from '../data/augment.ts';
import { CROP_TO_ALIGNED, type CropRecord, type CropSet } from '../data/crop.ts';
import { openCrops } from '../data/crop-reader.ts';
import { createCropSampler } from '../data/crop-sampler.ts';
import { CACHE_FOLDER } from '../data/shared-data.ts';
import type { Engine } from '../engine/engine.ts';
import { createRandom } from '../random.ts';
import { runImages } from '../validation/run-images.ts';
import { createStudent } from './network-parameters.ts';
import type { Run, TrainingTask } from './training-task.ts';

export interface LandmarkConfig {
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

/**
 * The five points, from a face that the detector aligned roughly. Labels are FaceLandmarker's points on the original
 * photographs; what the detector would have got wrong is drawn at random.
 */
export async function createLandmarkTask(config: LandmarkConfig, engine: Engine): Promise<TrainingTask> {
  const { seed, jitter } = config;
  const define = NETWORKS[config.architecture];
  if (define === undefined) throw new Error(`There is no network ${config.architecture}.`);
  const network = define();
  const crops = openCrops(path.join(CACHE_FOLDER, 'crops'));
  const sample = createCropSampler(crops.records, config.shares, seed);
  const { student, parameters } = createStudent(network, engine, seed);

  /** A crop as the network would get it after a detection that was wrong by a random amount. */
  const draw = (index: number, random: () => number, augment: boolean) => {
    const signed = (limit: number) => limit * (2 * random() - 1);
    const wrong = jitterAbout(
      (sizePx - 1) / 2,
      1 + signed(jitter.scale),
      signed(jitter.degrees),
      signed(jitter.shiftPx),
      signed(jitter.shiftPx),
    );
    const toInput = composeTransforms(wrong, composeTransforms(templateToInput(sizePx, faceFraction), CROP_TO_ALIGNED));
    let image = warpImage(crops.read(index), toInput, sizePx);
    let points = transformPoints(crops.records[index] as CropRecord, toInput);
    if (augment && random() < 0.5) {
      mirror(image);
      points = mirrorPoints(points, (crops.records[index] as CropRecord).scale * scaleOf(toInput));
    }
    if (augment) image = varyPhotometry(image, random);
    return { image, points };
  };

  const held = crops.records.flatMap((record, i) =>
    record.split === 'val' && !record.suspect ? [draw(i, createRandom(seed, -1 - i), false)] : [],
  );
  const heldOut = held.map(({ image }) => image);

  /** Mean distance of the five points of each picture, as shares of the distance between the eyes. */
  const landmarkFigures = (run: Run) => {
    const errors = runImages(heldOut, run).map((output, i) => {
      const found = landmarkPointsFromOutput(output);
      const points = held[i]?.points ?? [];
      return points.reduce((sum, point, p) => sum + distance(point, found[p] as Point), 0) / points.length / eyesPx;
    });
    errors.sort((p, q) => p - q);
    const quantile = (share: number) => errors[Math.floor(share * (errors.length - 1))] as number;
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    return { meanError: mean, medianError: quantile(0.5), p95Error: quantile(0.95) };
  };

  return {
    network,
    run: (input) => student.forward(input, 'evaluate').output,
    heldOut,
    parameters,

    batch: (pictures) => {
      const drawn = pictures.map((picture) => draw(sample(picture), createRandom(seed, 2 * picture + 1), true));
      const input = networkInput(
        drawn.map(({ image }) => image),
        sizePx,
      );
      const target = tf.tensor2d(drawn.map(({ points }) => landmarkOutputFromPoints(points)));

      return {
        losses: () => {
          const error = tf.mul(tf.sub(student.forward(input, 'train').output, target), outputUnitPx);
          // Pseudo-Huber: large errors, often wrong labels, pull no harder than moderate ones.
          const huber = tf.sub(tf.sqrt(tf.add(tf.square(error), KNEE_PX ** 2)), KNEE_PX);
          return { total: tf.mean(huber) as tf.Scalar, errorPx: tf.mean(tf.abs(error)) as tf.Scalar };
        },
        dispose: () => tf.dispose([input, target]),
      };
    },

    validate: (run) => landmarkFigures(run),

    describe: (run) => ({
      kind: 'landmarks',
      metrics: {
        val: {
          set: `${held.length} CelebA crops of identities never trained on, roughly aligned as in training; errors are shares of the distance between the eyes, against FaceLandmarker's points`,
          ...landmarkFigures(run),
        },
      },
    }),
  };
}

function transformPoints({ points }: CropRecord, transform: SimilarityTransform): Point[] {
  return points.map(([x, y]) => applyTransform(transform, { x, y }));
}

/**
 * Mirrored points, with left and right renamed. The labels count from a photograph's edge, so they lie half a pixel of
 * it to the right of where alignment, which counts from pixel centres, sees the feature. A mirrored label has to as
 * well, or the network learns the mean of both.
 *
 * @param photoPixelPx - how long a pixel of the photograph is in the network's input
 */
function mirrorPoints(points: readonly Point[], photoPixelPx: number): Point[] {
  const mirrored = points.map(({ x, y }) => ({ x: sizePx - 1 - x + photoPixelPx, y }));
  const [leftEye, rightEye, nose, leftMouth, rightMouth] = mirrored;
  return [rightEye, leftEye, nose, rightMouth, leftMouth] as Point[];
}
