import { unitRows } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import type { LabelledClass } from '../../data/sampling/labelled-classes.ts';
import type { IdentityBatch } from '../identity-batch.ts';
import { buildLoss, type DistillationChoice, LOSSES } from '../losses.ts';

/**
 * Learning from a teacher beside identities: the teacher's embeddings were made before, from the plain crops, while the
 * student sees them varied. The teacher's centre of a class is the mean of its embeddings, of unit length.
 *
 * @param target - the teacher's unit embedding of a crop
 * @returns what computes the loss of a batch that was made from these crops, and the weight of that
 */
export function learnFromStored(
  choice: DistillationChoice,
  classes: readonly LabelledClass[],
  target: (crop: number) => Float32Array,
): { readonly weight: number; readonly loss: (crops: readonly number[], batch: IdentityBatch) => tf.Scalar } {
  const distil = buildLoss(LOSSES.distillations, choice, []);
  const weight = choice.weight ?? LOSSES.distillations[choice.name].defaults.weight;
  const embeddings = (crops: readonly number[]) =>
    tf.stack(crops.map((crop) => tf.tensor1d(target(crop)))) as tf.Tensor2D;
  const centres = tf.tidy(() =>
    unitRows(tf.stack(classes.map(({ crops }) => tf.sum(embeddings(crops), 0))) as tf.Tensor2D),
  );
  return {
    weight,
    loss: (crops, { units: student, cosines: studentCosines }) => {
      const teacher = embeddings(crops);
      const teacherCosines: tf.Tensor2D = tf.matMul(teacher, centres, false, true);
      return distil({ student, teacher, studentCosines, teacherCosines });
    },
  };
}
