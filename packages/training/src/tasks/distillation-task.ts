import { ALIGNED_SIZE_PX } from '@face-verify/core';
import { NETWORKS, networkInput } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { isKeptForGroups } from '../data/apparent-groups.ts';
import { augmentCrop, STANDARD_AUGMENTATION } from '../data/augment.ts';
import type { CropRecord, CropSet } from '../data/crop.ts';
import { openCrops } from '../data/crop-reader.ts';
import { createCropSampler } from '../data/crop-sampler.ts';
import { RESEARCH_CROPS, sharedFile } from '../data/shared-data.ts';
import type { Engine } from '../engine/engine.ts';
import { cosineLoss, hintLoss, relationalLoss, similarityMatrix } from '../losses/distillation/distillation-losses.ts';
import { unitRows } from '../losses/unit-rows.ts';
import { createRandom } from '../random.ts';
import { openTargets } from '../teachers/distillation-targets.ts';
import { type HintName, loadMobileFaceTeacher } from '../teachers/mobile-face-teacher.ts';
import { createEmbedderValidation } from './embedder-validation.ts';
import { linearParameter } from './linear-parameter.ts';
import { createStudent } from './network-parameters.ts';
import type { TrainingTask } from './training-task.ts';

export interface DistillationConfig {
  readonly kind: 'distillation';
  readonly architecture: string;
  readonly seed: number;
  readonly shares: Partial<Record<CropSet, number>>;
  /** Weight of each loss beside the cosine to the target, which counts 1. */
  readonly weights: { readonly relational: number; readonly hints: number };
}

/**
 * An embedder learns to put a face where two teachers together put it. Their targets were made from the plain crop and
 * the student sees it varied, so that it learns to be as good on a poor picture. Teacher M also sees what the student
 * sees, and shows its inner maps (hints). The relational term compares similarities within the batch.
 */
export async function createDistillationTask(config: DistillationConfig, engine: Engine): Promise<TrainingTask> {
  const { weights, seed } = config;
  const define = NETWORKS[config.architecture];
  if (define === undefined) throw new Error(`There is no network ${config.architecture}.`);
  const network = define();
  const crops = openCrops(RESEARCH_CROPS);
  const sample = createCropSampler(
    crops.records,
    config.shares,
    seed,
    (crop) => !isKeptForGroups(crops.records[crop] as CropRecord),
  );
  const target = openTargets(RESEARCH_CROPS, crops.records.length);
  const teacher = await loadMobileFaceTeacher(sharedFile('models', 'teacher-mobileface-v2', 'model.json'));
  const { student, parameters } = createStudent(network, engine, seed);

  const random = createRandom(seed, 1);
  const hintNames = Object.keys(network.taps).filter((tap): tap is HintName => tap in teacher.hintChannels);
  const toHints = new Map(
    hintNames.map((name) => {
      const channels = network.nodes[network.taps[name] as number]?.shape[2] as number;
      return [name, linearParameter(`hint/${name}`, channels, teacher.hintChannels[name], random)] as const;
    }),
  );

  const draw = (pictures: readonly number[]) => {
    const indices = pictures.map(sample);
    const faces = indices.map((index, i) =>
      augmentCrop(crops.read(index), STANDARD_AUGMENTATION, createRandom(seed, 2 * (pictures[i] as number) + 1)),
    );
    return { indices, faces };
  };

  return {
    network,
    run: (input) => student.forward(input, 'evaluate').output,
    ...createEmbedderValidation(crops, network),
    parameters: [...parameters, ...toHints.values()],

    batch: (pictures) => {
      const { indices, faces } = draw(pictures);
      const lesson = tf.tidy(() => {
        const targets = tf.stack(indices.map((index) => tf.tensor1d(target(index)))) as tf.Tensor2D;
        const { hints } = teacher.teach(faces);
        return { input: networkInput(faces, ALIGNED_SIZE_PX), targets, hints };
      });
      return {
        losses: () => {
          const { output, taps } = student.forward(lesson.input, 'train');
          const embedding = unitRows(output);
          const cosine = cosineLoss(embedding, lesson.targets);
          const relational = relationalLoss(embedding, similarityMatrix(lesson.targets));
          const hints = [...toHints].map(([name, { variable }]) => {
            const kernel = tf.expandDims(tf.expandDims(variable)) as tf.Tensor4D; // → [1, 1, student, teacher]
            return hintLoss(engine.kernels.conv(taps[name] as tf.Tensor4D, kernel, 1, 'valid'), lesson.hints[name]);
          });
          const hint = (hints.length > 0 ? tf.mean(tf.stack(hints)) : tf.scalar(0)) as tf.Scalar;
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
