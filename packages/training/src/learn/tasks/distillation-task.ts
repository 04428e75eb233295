import { ALIGNED_SIZE_PX } from '@face-verify/core';
import { NETWORKS, networkInput, unitRows } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { type AugmentationRanges, augmentCrop } from '../../data/augment.ts';
import type { CropSet } from '../../data/crop.ts';
import { openCrops } from '../../data/crop-reader.ts';
import { createCropSampler } from '../../data/crop-sampler.ts';
import { type DamageShare, drawDamage } from '../../data/damage/draw-damage.ts';
import { createRandom } from '../../data/random.ts';
import { RESEARCH_CROPS } from '../../data/shared-data.ts';
import type { Engine } from '../../engine/engine.ts';
import { cosineLoss, relationalLoss, similarityMatrix } from '../../losses/distillation/distillation-losses.ts';
import { openTargets } from '../../teach/distillation-targets.ts';
import { createEmbedderValidation } from './embedder-validation.ts';
import { createHints } from './hints.ts';
import { createStudent } from './network-parameters.ts';
import { type NormSchedule, passMode } from './pass-mode.ts';
import type { TrainingTask } from './training-task.ts';

export interface DistillationConfig extends NormSchedule {
  readonly kind: 'distillation';
  readonly architecture: string;
  readonly seed: number;
  readonly shares: Partial<Record<CropSet, number>>;
  readonly augmentation: AugmentationRanges;
  /** Pictures that are poor beside that, the same way on several people; none where nothing is said. */
  readonly damage?: DamageShare;
  /** Weight of each loss beside the cosine to the target, which counts 1. Without hints, teacher M is not needed. */
  readonly weights: { readonly relational: number; readonly hints: number };
}

/**
 * An embedder learns to put a face where two teachers together put it. Their targets were made from the plain crop and
 * the student sees it varied and, where there is damage, damaged, so that it learns to be as good on a poor picture. The
 * relational term compares similarities within the batch: what several people's pictures share beside the person is
 * nobody's likeness. Where there are hints, teacher M sees what the student sees, and shows its inner maps.
 */
export async function createDistillationTask(config: DistillationConfig, engine: Engine): Promise<TrainingTask> {
  const { weights, augmentation, damage, seed } = config;
  const define = NETWORKS[config.architecture];
  if (define === undefined) throw new Error(`There is no network ${config.architecture}.`);
  const network = define();
  const crops = openCrops(RESEARCH_CROPS);
  const sample = createCropSampler(crops.records, config.shares, seed);
  const target = openTargets(RESEARCH_CROPS, crops.records.length);
  const { student, parameters } = createStudent(network, engine, seed);
  const hints = weights.hints > 0 ? await createHints(network, engine, seed) : undefined;

  const draw = (pictures: readonly number[]) => {
    const indices = pictures.map(sample);
    const faces = indices.map((index, i) => {
      const picture = pictures[i] as number;
      const random = createRandom(seed, 2 * picture + 1);
      return augmentCrop(crops.read(index), augmentation, random, damage && drawDamage(damage, seed, picture));
    });
    return { indices, faces };
  };

  return {
    network,
    run: (input) => student.forward(input, 'evaluate').output,
    ...createEmbedderValidation(crops, network),
    parameters: [...parameters, ...(hints?.parameters ?? [])],

    batch: (pictures) => {
      const mode = passMode(config, pictures);
      const { indices, faces } = draw(pictures);
      const lesson = tf.tidy(() => ({
        input: networkInput(faces, ALIGNED_SIZE_PX),
        targets: tf.stack(indices.map((index) => tf.tensor1d(target(index)))) as tf.Tensor2D,
        maps: hints?.teach(faces) ?? {},
      }));
      return {
        losses: () => {
          const { output, taps } = student.forward(lesson.input, mode);
          const embedding = unitRows(output);
          const cosine = cosineLoss(embedding, lesson.targets);
          const relational = relationalLoss(embedding, similarityMatrix(lesson.targets));
          const hint = hints?.loss(taps, lesson.maps) ?? tf.scalar(0);
          const total = tf.addN([
            cosine,
            tf.mul(relational, weights.relational),
            tf.mul(hint, weights.hints),
          ]) as tf.Scalar;
          return { total, cosine, relational, hint };
        },
        dispose: () => tf.dispose(lesson),
      };
    },

    settle: (pictures, past) =>
      tf.tidy(() => student.settle(networkInput(draw(pictures).faces, ALIGNED_SIZE_PX), past)),
  };
}
