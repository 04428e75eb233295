import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  createInference,
  decodeHalfFloats,
  encodeHalfFloats,
  foldParameters,
  goldenInput,
  joinParameters,
  type ModelCard,
  splitParameters,
  topologyFingerprint,
  type WeightsTerms,
} from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import type { TrainingTask } from '../learn/tasks/training-task.ts';
import { runImages } from '../learn/validation/run-images.ts';
import { cosineShift } from '../measure/verification/embedding-shifts.ts';
import { modelReadme } from './model-readme.ts';

/** How much folding and half precision may move an output: 1 − cosine, on crops never trained on. */
const MAX_EXPORT_DRIFT = 1e-3;

export interface ExportOptions {
  /** Folder name in `models/`. */
  readonly id: string;
  /** Folder that gets `<id>/`. */
  readonly modelsFolder: string;
  /** Card fields about how the weights were made. */
  readonly training: ModelCard['training'];
  readonly terms: WeightsTerms;
}

/**
 * Writes a task's network as it ships: folded, in half precision, with its card and a golden output.
 *
 * @throws {Error} where the exported network no longer does what the trained one does, or where there is no crop to
 * see it on; nothing is then written
 */
export async function exportModel(
  task: TrainingTask,
  { id, modelsFolder, training, terms }: ExportOptions,
): Promise<ModelCard> {
  const { network } = task;
  if (task.heldOut.length === 0)
    throw new Error(`There is no crop to see on whether the export of ${id} computes the same.`);
  const values = new Map<string, Float32Array>();
  for (const { name, variable } of task.parameters) values.set(name, await variable.data<'float32'>());
  const bytes = encodeHalfFloats(joinParameters(foldParameters(network, values)));
  const inference = createInference(network, splitParameters(network, decodeHalfFloats(bytes)));
  const drift = largestDrift(await runImages(task.heldOut, task.run), await runImages(task.heldOut, inference.run));
  if (!(drift <= MAX_EXPORT_DRIFT)) {
    throw new Error(`Export moves an output of ${id} by ${drift} in cosine; ${MAX_EXPORT_DRIFT} is allowed.`);
  }
  const output = tf.tidy(() => inference.run(goldenInput(network)));
  const golden = Array.from(await output.data(), (value) => Number(value.toPrecision(6)));
  output.dispose();
  const card: ModelCard = {
    id,
    architecture: network.name,
    topology: topologyFingerprint(network),
    weights: {
      file: 'weights.bin',
      format: 'fp16',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    training,
    terms,
    golden,
    ...(await task.describe(inference.run)),
  };
  inference.dispose();
  const folder = path.join(modelsFolder, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, card.weights.file), bytes);
  writeFileSync(path.join(folder, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  writeFileSync(path.join(folder, 'README.md'), modelReadme(card));
  return card;
}

/** Largest 1 − cosine between rows. */
function largestDrift(before: readonly Float32Array[], after: readonly Float32Array[]): number {
  return Math.max(...before.map((row, i) => cosineShift(row, after[i] as Float32Array)));
}
