import {
  createInference,
  createTrainable,
  foldParameters,
  type Network,
  networkInput,
  outputLength,
  type Trainable,
} from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../data/random.ts';
import type { Engine } from '../../engine/engine.ts';
import { identityBatch } from '../../losses/identity-batch.ts';
import { createIdentityLoss } from '../../losses/identity-loss.ts';
import type { FacesOfTwo } from './faces-of-two.ts';
import { excuseOf } from './silent-parameters.ts';

/** Each on another pair of faces, so that the statistics that folding uses are of several batches. */
export const STEPS = 3;
/** How far that value of a parameter moves that its gradient moves most, so that folding meets no first values. */
const LARGEST_MOVE = 0.01;
/** Statistics of three batches have to count. */
const NORM_MOMENTUM = 0.5;
const SEED = 1;

/** A learned parameter in which no step found a slope. */
interface SilentParameter {
  readonly name: string;
  /** Why that may be; absent where it may not. */
  readonly excuse?: string;
}

/** What became of one network at full size. */
export interface NetworkCheck {
  readonly name: string;
  /** Of its input. */
  readonly sidePx: number;
  /** How many values it learns. */
  readonly learnedValues: number;
  readonly faces: FacesOfTwo['origin'];
  /** Before each step; no number where one is not finite. */
  readonly losses: readonly number[];
  /** Processor time of forward and backward, a picture, in the fastest step: it says more than a clock on a busy machine. */
  readonly trainingCpuMs: number;
  /** Learned parameters of whose gradient a value was not finite. */
  readonly notFinite: readonly string[];
  readonly silent: readonly SilentParameter[];
  /** Between folded and unfolded outputs: the largest difference, as a share of the largest output. */
  readonly foldedDifference: number;
  /** Tensors that were not there before. */
  readonly tensorsLeft: number;
}

/**
 * Trains a new network for a few steps with ArcFace, on two faces at a time, and folds what came of it.
 *
 * @param faces - as large as the network's input
 */
export async function checkNetwork(network: Network, engine: Engine, faces: FacesOfTwo): Promise<NetworkCheck> {
  const tensorsBefore = tf.memory().numTensors;
  const [sidePx] = network.nodes[0].shape;
  const random = createRandom(SEED);
  const student = createTrainable(network, { kernels: engine.kernels, random, normMomentum: NORM_MOMENTUM });
  const learned = student.parameters.filter(({ trainable }) => trainable);
  const centres = drawCentres(outputLength(network), faces.people.length, random);

  const steps: Step[] = [];
  for (let i = 0; i < STEPS; i++) {
    const input = facePair(faces, i, sidePx);
    steps.push(await takeStep(student, centres, input));
    input.dispose();
  }
  settle(student, faces);
  const input = facePair(faces, STEPS, sidePx);
  const foldedDifference = await compareFolded(student, input);
  tf.dispose([input, centres]);
  student.dispose();

  const slopesOf = (name: string) => steps.map(({ slopes }) => slopes.get(name) ?? 0);
  return {
    name: network.name,
    sidePx,
    learnedValues: learned.reduce((sum, { variable }) => sum + variable.size, 0),
    faces: faces.origin,
    losses: steps.map(({ loss }) => loss),
    trainingCpuMs: Math.min(...steps.map(({ cpuMs }) => cpuMs)) / faces.people.length,
    notFinite: learned.flatMap(({ name }) => (slopesOf(name).every(Number.isFinite) ? [] : [name])),
    silent: learned.flatMap((parameter): SilentParameter[] => {
      if (slopesOf(parameter.name).some((slope) => slope !== 0)) return [];
      const excuse = excuseOf(network, parameter);
      return [{ name: parameter.name, ...(excuse && { excuse }) }];
    }),
    foldedDifference,
    tensorsLeft: tf.memory().numTensors - tensorsBefore,
  };
}

/** Where the classes are, at random; nothing moves them. [length, count] */
function drawCentres(length: number, count: number, random: () => number): tf.Tensor2D {
  return tf.tensor2d(
    Float32Array.from({ length: length * count }, () => 2 * random() - 1),
    [length, count],
  );
}

/** The n-th face of each. */
function facePair({ people }: FacesOfTwo, n: number, sidePx: number): tf.Tensor4D {
  return networkInput(
    people.flatMap((faces) => faces[n % faces.length] ?? []),
    sidePx,
  );
}

interface Step {
  readonly loss: number;
  readonly cpuMs: number;
  /** Largest magnitude in each parameter's gradient; no number where one is not finite. */
  readonly slopes: ReadonlyMap<string, number>;
}

/** One face of each person, forward and backward; then every learned parameter follows its gradient. */
async function takeStep(student: Trainable, centres: tf.Tensor2D, input: tf.Tensor4D): Promise<Step> {
  const learned = student.parameters.filter(({ trainable }) => trainable);
  const arcFace = createIdentityLoss({ head: { name: 'arcface' } }, [1, 1]);
  const start = process.cpuUsage();
  const { value, grads } = tf.variableGrads(
    () => arcFace.losses(identityBatch(student.forward(input, 'train').output, centres, [0, 1])).total,
    learned.map(({ variable }) => variable),
  );
  const [loss = Number.NaN] = await value.data();
  const slopes = new Map<string, number>();
  for (const { name, variable } of learned) {
    const gradient = await grads[variable.name]?.data<'float32'>();
    slopes.set(name, gradient ? largestMagnitude(gradient) : 0);
  }
  const { user, system } = process.cpuUsage(start);
  tf.tidy(() => {
    for (const { name, variable } of learned) {
      const [gradient, slope] = [grads[variable.name], slopes.get(name)];
      if (gradient && slope) variable.assign(tf.sub(variable, tf.mul(gradient, LARGEST_MOVE / slope)));
    }
  });
  tf.dispose([value, ...Object.values(grads)]);
  return { loss, cpuMs: (user + system) / 1000, slopes };
}

/**
 * Lets the moving statistics follow what was learned. With older ones the maps of a hundred layers grow beyond all
 * measure, and a difference that matters would be nothing beside them.
 */
function settle({ network, forward }: Trainable, faces: FacesOfTwo): void {
  for (let i = 0; i < STEPS; i++) {
    tf.tidy(() => {
      forward(facePair(faces, i, network.nodes[0].shape[0]), 'train');
    });
  }
}

/** @returns the largest difference, as a share of the largest output; no number where one is not finite */
async function compareFolded({ network, parameters, forward }: Trainable, input: tf.Tensor4D): Promise<number> {
  const unfolded = tf.tidy(() => forward(input, 'evaluate').output);
  const values = new Map<string, Float32Array>();
  for (const { name, variable } of parameters) values.set(name, await variable.data<'float32'>());
  const inference = createInference(network, foldParameters(network, values));
  const folded = inference.run(input);
  const [before, after] = [await unfolded.data<'float32'>(), await folded.data<'float32'>()];
  tf.dispose([unfolded, folded]);
  inference.dispose();
  return largestMagnitude(before.map((value, i) => value - (after[i] as number))) / largestMagnitude(before);
}

/** No number where one of them is none. */
function largestMagnitude(values: Float32Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}
