import {
  createInference,
  foldParameters,
  goldenInput,
  type InferenceKernels,
  initialParameters,
  type Network,
  type Operation,
  operationsOf,
  sizeOf,
} from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { timeSpread } from '../bench/time-spread.ts';
import {
  type FastestMs,
  KERNEL_SETS,
  type KernelSet,
  type KernelTimes,
  type NetworkKernelTimes,
} from './kernel-times.ts';

const ROUNDS = 30;
/** Rounds before those that count: engines compile better what has run for a while. */
const WARM_UPS = 5;
/** A step takes less than a browser's clock shows, so that each of its times is a mean over so long, at least. */
const REPEATED_MS = 4;
/** Of so many the fastest says how often that is: the others may have waited for the processor. */
const TRIALS = 5;

export type KernelSets = Readonly<Record<KernelSet, InferenceKernels>>;

type Run = () => void;
type Runs = Readonly<Record<KernelSet, Run>>;

/** Times a network with untrained weights, whole and step by step, with each set of kernels in turn. */
export function timeKernels(network: Network, sets: KernelSets): NetworkKernelTimes {
  const weights = foldParameters(network, initialParameters(network, Math.random));
  const input = goldenInput(network);
  const inferences = eachSet((set) => createInference(network, weights, sets[set]));
  const whole = eachSet((set) => () => void inferences[set].run(input).dispose());
  const times = takeTurns(whole, 1);
  for (const inference of Object.values(inferences)) inference.dispose();
  input.dispose();
  const kernels = timeSteps(network, sets);
  return {
    name: network.name,
    macs: kernels.reduce((sum, { macs }) => sum + macs, 0),
    fastestMs: eachSet((set) => Math.min(...times[set])),
    medianMs: eachSet((set) => timeSpread(times[set]).medianMs),
    kernels,
  };
}

/** Those that the sets compute in ways of their own: filters and sums. Of steps that are alike one is timed. */
function timeSteps(network: Network, sets: KernelSets): readonly KernelTimes[] {
  const timed = new Map<string, FastestMs>();
  const kinds = new Map<string, KernelTimes>();
  for (const operation of operationsOf(network)) {
    const { kind, node, inputShapes } = operation;
    if (node.kind !== 'conv' && node.kind !== 'depthwise' && node.kind !== 'add') continue;
    const name = node.kind === 'add' ? 'sum' : `${node.kind} ${node.kernel}×${node.kernel}`;
    const alike = JSON.stringify([{ ...node, input: 0, inputs: 0 }, inputShapes]);
    const fastestMs = timed.get(alike) ?? timeStep(operation, sets);
    timed.set(alike, fastestMs);
    const sum = kinds.get(name);
    kinds.set(name, {
      kind: name,
      steps: (sum?.steps ?? 0) + 1,
      macs: (sum?.macs ?? 0) + kind.cost(node, inputShapes).macs,
      fastestMs: eachSet((set) => (sum?.fastestMs[set] ?? 0) + fastestMs[set]),
    });
  }
  return [...kinds.values()];
}

function timeStep({ kind, node, inputShapes }: Operation, sets: KernelSets): FastestMs {
  const values = new Map(
    kind
      .foldedParameters(node, inputShapes)
      .map(({ role, shape }) => [role, Float32Array.from({ length: sizeOf(shape) }, Math.random)]),
  );
  const weight = (role: Parameters<typeof values.get>[0]) => values.get(role) as Float32Array;
  const placed = eachSet((set) => kind.place(node, inputShapes, weight, sets[set]));
  const inputs = inputShapes.map((shape) => tf.ones<tf.Rank.R4>([1, ...shape]));
  const runs = eachSet((set) => () => void tf.tidy(() => void placed[set].run(inputs)));
  const times = takeTurns(runs, repeatsOf(Object.values(runs)));
  for (const step of Object.values(placed)) step.dispose();
  tf.dispose(inputs);
  return eachSet((set) => Math.min(...times[set]));
}

function takeTurns(runs: Runs, repeats: number): Readonly<Record<KernelSet, readonly number[]>> {
  const times: Record<KernelSet, number[]> = eachSet(() => []);
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    for (const set of KERNEL_SETS) {
      const ms = timeRuns(runs[set], repeats) / repeats;
      if (round >= 0) times[set].push(ms);
    }
  }
  return times;
}

/** How often the fastest of them has to run to take long enough. */
function repeatsOf(runs: readonly Run[]): number {
  let repeats = 1;
  const fastestMs = () =>
    Math.min(...runs.flatMap((run) => Array.from({ length: TRIALS }, () => timeRuns(run, repeats))));
  while (fastestMs() < REPEATED_MS) repeats *= 2;
  return repeats;
}

function timeRuns(run: Run, times: number): number {
  const startMs = performance.now();
  for (let i = 0; i < times; i++) run();
  return performance.now() - startMs;
}

function eachSet<Value>(of: (set: KernelSet) => Value): Record<KernelSet, Value> {
  return Object.fromEntries(KERNEL_SETS.map((set) => [set, of(set)])) as Record<KernelSet, Value>;
}
