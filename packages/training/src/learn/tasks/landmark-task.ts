import {
  composeTransforms,
  FACE_POINT_NAMES,
  type FacePointName,
  type FacePoints,
  templateToInput,
  transformFacePoints,
  warpImage,
} from '@face-verify/core';
import { LANDMARK_INPUT, NETWORKS, networkInput, outputFromFacePoints } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { type AugmentationRanges, jitterAbout, mirror, varyPhotometry } from '../../data/augment.ts';
import { CROP_TO_ALIGNED, type CropSet } from '../../data/crop.ts';
import { openCrops } from '../../data/crop-reader.ts';
import { createCropSampler } from '../../data/crop-sampler.ts';
import { mirrorFacePoints, readFacePoints } from '../../data/face-points.ts';
import { isTrusted } from '../../data/held-out-faces.ts';
import { createRandom } from '../../data/random.ts';
import { RESEARCH_CROPS } from '../../data/shared-data.ts';
import type { Engine } from '../../engine/engine.ts';
import { landmarkFigures, landmarkFiguresWithIntervals, type RoughFace } from './landmark-validation.ts';
import { createStudent } from './network-parameters.ts';
import { type NormSchedule, passMode } from './pass-mode.ts';
import type { TrainingTask } from './training-task.ts';

export interface LandmarkConfig extends NormSchedule {
  readonly kind: 'landmarks';
  readonly architecture: string;
  readonly seed: number;
  readonly shares: Partial<Record<CropSet, number>>;
  /** How far off the first look's alignment may be: the detector's error, generously. */
  readonly jitter: { readonly shiftPx: number; readonly degrees: number; readonly scale: number };
  /** How light and lens vary; what of it moves points is not used. */
  readonly augmentation: AugmentationRanges;
}

const { sizePx, faceFraction, outputUnitPx } = LANDMARK_INPUT;
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
  const { seed, jitter, augmentation } = config;
  const define = NETWORKS[config.architecture];
  if (define === undefined) throw new Error(`There is no network ${config.architecture}.`);
  const network = define();
  const crops = openCrops(RESEARCH_CROPS);
  const labels = readFacePoints(RESEARCH_CROPS, crops.records);
  const isLabelled = (crop: number) => labels(crop) !== undefined;
  const sample = createCropSampler(crops.records, config.shares, seed, isLabelled);
  const { student, parameters } = createStudent(network, engine, seed);

  /** @param wrongness - share in [0, 1] of what the alignment may be off by */
  const roughly = (random: () => number, wrongness: number) => {
    const signed = (limit: number) => wrongness * limit * (2 * random() - 1);
    const wrong = jitterAbout(
      (sizePx - 1) / 2,
      1 + signed(jitter.scale),
      signed(jitter.degrees),
      signed(jitter.shiftPx),
      signed(jitter.shiftPx),
    );
    return composeTransforms(wrong, composeTransforms(templateToInput(sizePx, faceFraction), CROP_TO_ALIGNED));
  };

  const draw = (index: number, random: () => number): DrawnFace => {
    const label = labels(index);
    if (label === undefined) throw new Error(`Crop ${index} has no label.`);
    // A third of the faces are nearly as straight as a second look finds them, few as wrong as can be.
    const toInput = roughly(random, random() ** 2);
    const image = warpImage(crops.read(index), toInput, sizePx);
    const points = transformFacePoints(label, toInput);
    const mirrored = random() < 0.5;
    if (mirrored) mirror(image);
    return {
      image: varyPhotometry(image, random, augmentation),
      points: mirrored ? mirrorFacePoints(points, sizePx) : points,
    };
  };

  const drawBatch = (pictures: readonly number[]) => {
    const drawn = pictures.map((picture) => draw(sample(picture), createRandom(seed, 2 * picture + 1)));
    const input = networkInput(
      drawn.map(({ image }) => image),
      sizePx,
    );
    return { drawn, input };
  };

  const held = crops.records.flatMap((record, i): RoughFace[] => {
    const label = labels(i);
    if (!isTrusted(record) || label === undefined) return [];
    const { identity } = record;
    return [{ identity, crop: crops.read(i), roughly: roughly(createRandom(seed, -1 - i), 1), label }];
  });

  return {
    network,
    run: (input) => student.forward(input, 'evaluate').output,
    heldOut: held.map(({ crop, roughly }) => warpImage(crop, roughly, sizePx)),
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

    validate: (run) => landmarkFigures(held, run),

    describe: async (run) => ({
      kind: 'landmarks',
      metrics: {
        val: {
          set: `${held.length} CelebA crops of identities never trained on, roughly aligned: moved by up to ${jitter.shiftPx} px of the aligned face, turned by up to ${jitter.degrees} degrees and scaled by up to ${100 * jitter.scale} %, and found in two looks as the pipeline does; errors are shares of the labelled distance between the eyes, against FaceLandmarker's points; over the five that alignment needs where nothing else is said`,
          ...(await landmarkFiguresWithIntervals(held, run)),
        },
      },
    }),
  };
}
