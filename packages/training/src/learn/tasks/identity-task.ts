import path from 'node:path';
import { ALIGNED_SIZE_PX } from '@face-verify/core';
import { NETWORKS, type Network, networkInput, outputLength } from '@face-verify/nets';
import { CACHE_FOLDER } from '@face-verify/repository';
import * as tf from '@tensorflow/tfjs-core';
import { type AugmentationRanges, augmentCrop } from '../../data/augment.ts';
import { type CropReader, openCrops } from '../../data/crop-reader.ts';
import { createRandom } from '../../data/random.ts';
import { createSampler, type SamplerConfig } from '../../data/sampling/create-sampler.ts';
import { type LabelledData, labelledClasses } from '../../data/sampling/labelled-classes.ts';
import { RESEARCH_CROPS } from '../../data/shared-data.ts';
import type { Engine } from '../../engine/engine.ts';
import { learnFromStored } from '../../losses/distillation/learn-from-stored.ts';
import { identityBatch } from '../../losses/identity-batch.ts';
import { createIdentityLoss, type IdentityLossConfig } from '../../losses/identity-loss.ts';
import type { DistillationChoice } from '../../losses/losses.ts';
import { openTargets } from '../../teach/distillation-targets.ts';
import { createEmbedderValidation } from './embedder-validation.ts';
import { linearParameter } from './linear-parameter.ts';
import { createStudent } from './network-parameters.ts';
import type { TrainingTask } from './training-task.ts';

export interface IdentityConfig {
  readonly kind: 'identity';
  readonly architecture: string;
  readonly seed: number;
  /** Which crops are learned from; `pack` is their folder in `.cache/`, that of the research crops where nothing is said. */
  readonly data: LabelledData & { readonly pack?: string };
  readonly sampler: SamplerConfig;
  readonly augmentation: AugmentationRanges;
  readonly loss: IdentityLossConfig;
  /** Learns from both teachers' targets as well; only for the research sets, which have them. */
  readonly distillation?: DistillationChoice;
}

/**
 * An embedder learns to tell the labelled identities apart and, where told, to put faces where a teacher puts them.
 *
 * @throws {Error} where the network, the crops or the teacher's embeddings are not there
 */
export async function createIdentityTask(config: IdentityConfig, engine: Engine): Promise<TrainingTask> {
  const define = NETWORKS[config.architecture];
  if (define === undefined) throw new Error(`There is no network ${config.architecture}.`);
  const { pack } = config.data;
  const crops = openCrops(pack === undefined ? RESEARCH_CROPS : path.join(CACHE_FOLDER, pack));
  const target = config.distillation && openTargets(RESEARCH_CROPS, crops.records.length);
  return identityTask(config, define(), engine, crops, target);
}

/**
 * The same on any network and crops.
 *
 * @param target - the teacher's unit embedding of a crop, where there is distillation
 */
export function identityTask(
  config: Omit<IdentityConfig, 'kind' | 'architecture'>,
  network: Network,
  engine: Engine,
  crops: CropReader,
  target?: (crop: number) => Float32Array,
): TrainingTask {
  const { seed } = config;
  const classes = labelledClasses(crops.records, config.data);
  const sample = createSampler(config.sampler, classes, seed);
  const { student, parameters } = createStudent(network, engine, seed);
  const head = linearParameter('head/weights', outputLength(network), classes.length, createRandom(seed, 1));
  const loss = createIdentityLoss(
    config.loss,
    classes.map(({ crops: own }) => own.length),
  );
  const teacher = config.distillation && target && learnFromStored(config.distillation, classes, target);

  const draw = (pictures: readonly number[]) => {
    const drawn = pictures.map(sample);
    const faces = drawn.map(({ crop }, i) =>
      augmentCrop(crops.read(crop), config.augmentation, createRandom(seed, 2 * (pictures[i] as number) + 1)),
    );
    return { drawn, input: networkInput(faces, ALIGNED_SIZE_PX) };
  };

  return {
    network,
    run: (input) => student.forward(input, 'evaluate').output,
    parameters: [...parameters, head, ...loss.parameters],
    ...createEmbedderValidation(crops, network),

    batch: (pictures) => {
      const { drawn, input } = draw(pictures);
      const labels = drawn.map(({ label }) => label);
      const indices = drawn.map(({ crop }) => crop);
      return {
        losses: () => {
          const { output } = student.forward(input, 'train');
          const batch = identityBatch(output, head.variable as tf.Tensor2D, labels);
          const losses = loss.losses(batch);
          if (teacher === undefined) return losses;
          const distillation = teacher.loss(indices, batch);
          return { ...losses, total: tf.add(losses.total, tf.mul(distillation, teacher.weight)), distillation };
        },
        dispose: () => input.dispose(),
      };
    },

    settle: (pictures, past) => tf.tidy(() => student.settle(draw(pictures).input, past)),
  };
}
