import { createHash } from 'node:crypto';
import {
  createInference,
  decodeHalfFloats,
  encodeHalfFloats,
  goldenInput,
  inferenceParameters,
  joinParameters,
  type ModelCard,
  NETWORKS,
  outputLengths,
  type ParameterSpec,
  sizeOf,
  splitParameters,
  topologyFingerprint,
} from '@face-verify/nets';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';

/** Card and weights of a model that was drawn instead of trained. */
export interface DrawnModel {
  readonly card: ModelCard;
  readonly weights: Uint8Array;
}

type Identity = { readonly id: string } & (
  | { readonly kind: 'points'; readonly presenceLimit: number }
  | {
      readonly kind: 'embedder';
      readonly dimension: number;
      readonly thresholds: readonly [];
      readonly thresholdsAgainstSimilar: readonly [];
    }
);

/**
 * A model whose golden output was computed by tfjs's plain processor backend.
 *
 * @param valuesOf - the values of one parameter
 */
export async function drawModel(
  architecture: string,
  identity: Identity,
  valuesOf: (parameter: ParameterSpec) => Float32Array,
): Promise<DrawnModel> {
  const network = NETWORKS[architecture]?.();
  if (network === undefined) throw new RangeError(`There is no network ${architecture}.`);
  const weights = encodeHalfFloats(joinParameters(inferenceParameters(network).map(valuesOf)));

  await tf.setBackend('cpu');
  const inference = createInference(network, splitParameters(network, decodeHalfFloats(weights)));
  const golden = Array.from(await inference.run(goldenInput(network)).data());
  tf.disposeVariables();
  const { kind } = identity;
  const card: ModelCard = {
    ...(kind === 'points' ? { ...identity, outputs: outputLengths(network) } : identity),
    architecture,
    topology: topologyFingerprint(network),
    weights: {
      file: 'weights.bin',
      format: 'fp16',
      bytes: weights.length,
      sha256: createHash('sha256').update(weights).digest('hex'),
    },
    golden,
    training: {},
    metrics: {},
    terms: { permittedUse: 'any', text: 'For tests.' },
  };
  return { card, weights };
}

/** Normally distributed kernels that keep the size of what passes through (He et al. 2015); slopes of 0.25; no biases. */
export function drawValues(random: () => number): (parameter: ParameterSpec) => Float32Array {
  return ({ role, shape }) => {
    const length = sizeOf(shape);
    if (role !== 'kernel') return new Float32Array(length).fill(role === 'alpha' ? 0.25 : 0);
    const [height = 1, width = 1, input = 1, output = 1] = shape;
    const deviation = Math.sqrt(2 / (height * width * (output === 1 ? 1 : input)));
    // Box–Muller; 1 − random keeps the logarithm finite.
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Float32Array.from({ length }, () => deviation * normal());
  };
}

/** Numerical Recipes' generator: the same numbers every time. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
