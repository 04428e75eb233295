import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  alignmentLandmarks,
  alignmentTransform,
  composeTransforms,
  type FaceMotion,
  type FiveLandmarks,
  faceMotion,
  type RgbImage,
  templateToInput,
} from '@face-verify/core';
import {
  createInference,
  decodeHalfFloats,
  findFace,
  NETWORKS_BY_KIND,
  networkInput,
  POINT_INPUT,
  parseCard,
  splitParameters,
} from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** Looks at one frame after another as a session does: where the face was before. */
export interface PointLooker {
  /** The first 12 digits of the weights' digest. */
  readonly weights: string;
  /** @returns undefined where no face is seen */
  look(image: RgbImage, near: FiveLandmarks): Promise<{ motion: FaceMotion; landmarks: FiveLandmarks } | undefined>;
}

const { sizePx, faceFraction } = POINT_INPUT;

/** The point network that ships, on WASM. */
export async function startPointLooker(): Promise<PointLooker> {
  setWasmPaths(path.join(MODELS_FOLDER, '..', 'node_modules', '@tensorflow', 'tfjs-backend-wasm', 'dist', '/'));
  if (!(await tf.setBackend('wasm'))) throw new Error('tfjs has no WASM here.');
  const folder = path.join(MODELS_FOLDER, 'face-points');
  const card = parseCard(JSON.parse(readFileSync(path.join(folder, 'card.json'), 'utf8')));
  if (card.kind !== 'points') throw new Error('face-points is no point network.');
  const network = NETWORKS_BY_KIND.points[card.architecture]?.();
  if (network === undefined) throw new Error(`There is no network ${card.architecture}.`);
  const bytes = readFileSync(path.join(folder, card.weights.file));
  const inference = createInference(network, splitParameters(network, decodeHalfFloats(bytes)));
  const run = async (input: RgbImage) => {
    const tensor = networkInput([input], sizePx);
    const output = inference.run(tensor);
    const values = await output.data();
    tf.dispose([tensor, output]);
    return values;
  };
  return {
    weights: card.weights.sha256.slice(0, 12),
    look: async (image, near) => {
      const roughly = composeTransforms(templateToInput(sizePx, faceFraction), alignmentTransform(near));
      const { points, presence, yawDegrees } = await findFace(image, roughly, run);
      if (!(presence >= card.presenceLimit)) return undefined;
      return { motion: faceMotion(points, yawDegrees), landmarks: alignmentLandmarks(points) };
    },
  };
}
