import type { CompiledNetwork, CompiledStep, StartedKernels } from '@face-verify/kernels';
import {
  createInference,
  foldParameters,
  goldenInput,
  goldenValues,
  initialParameters,
  type Network,
  type Operation,
  operationsOf,
  weightsByNode,
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

/** Ours; TensorFlow.js's are on its current backend. */
export type OwnKernelSets = Readonly<Record<Exclude<KernelSet, 'tfjs'>, StartedKernels>>;

type Run = () => void;

/** One step of a network, as one set computes it. */
interface TimedStep {
  readonly set: KernelSet;
  /** Such as `depthwise 3×3`. */
  readonly kind: string;
  readonly macs: number;
  readonly run: Run;
  /** The same for steps that take as long. */
  readonly alike: string;
}

/** Times a network with untrained weights, whole and step by step, with each set of kernels in turn. */
export async function timeKernels(network: Network, own: OwnKernelSets): Promise<NetworkKernelTimes> {
  const weights = foldParameters(network, initialParameters(network, Math.random));
  const [input, values] = [goldenInput(network), goldenValues(network)];
  const inference = createInference(network, weights);
  const programs = {
    'relaxed-simd': await compile(own['relaxed-simd'], network, weights),
    simd: await compile(own.simd, network, weights),
  };
  const runs: Readonly<Record<KernelSet, Run>> = {
    tfjs: () => tf.tidy(() => void inference.run(input).dataSync()),
    'relaxed-simd': () => void programs['relaxed-simd'].runValues(values),
    simd: () => void programs.simd.runValues(values),
  };
  const times = takeTurns(KERNEL_SETS.map((set) => ({ run: runs[set], repeats: 1 })));
  inference.dispose();
  input.dispose();
  const { steps, dispose } = tfjsSteps(network, weights);
  const kernels = timeSteps([
    ...steps,
    ...programs['relaxed-simd'].steps.map((step) => ownStep('relaxed-simd', step)),
    ...programs.simd.steps.map((step) => ownStep('simd', step)),
  ]);
  dispose();
  const eachSet = (of: (timesMs: readonly number[]) => number) =>
    Object.fromEntries(KERNEL_SETS.map((set, i) => [set, of(times[i] as number[])])) as Record<KernelSet, number>;
  return {
    name: network.name,
    macs: kernels.reduce((sum, { macs }) => sum + macs, 0),
    fastestMs: eachSet((timesMs) => Math.min(...timesMs)),
    medianMs: eachSet((timesMs) => timeSpread(timesMs).medianMs),
    kernels,
  };
}

async function compile({ name, compile }: StartedKernels, network: Network, weights: readonly Float32Array[]) {
  // Of what pixels are divided by nobody's time depends.
  const program: CompiledNetwork | undefined = await compile(network, weights, 128);
  if (program === undefined) throw new Error(`The kernels ${name} do not compute all of ${network.name}.`);
  return program;
}

function tfjsSteps(network: Network, weights: readonly Float32Array[]) {
  const weightsOf = weightsByNode(network, weights);
  const kept: { dispose(): void }[] = [];
  const steps = operationsOf(network).map((operation): TimedStep => {
    const { id, kind, node, inputShapes } = operation;
    const placed = kind.place(node, inputShapes, weightsOf(id));
    const inputs = inputShapes.map((shape) => tf.ones<tf.Rank.R4>([1, ...shape]));
    kept.push(placed, ...inputs);
    return {
      ...described(operation),
      set: 'tfjs',
      run: () => tf.tidy(() => void placed.run(inputs)),
    };
  });
  return {
    steps,
    dispose: () => {
      for (const held of kept) held.dispose();
    },
  };
}

function ownStep(set: KernelSet, step: CompiledStep): TimedStep {
  return { ...described(step), set, run: step.run };
}

function described({ kind, node, inputs, inputShapes }: Operation) {
  return {
    kind: 'kernel' in node ? `${node.kind} ${node.kernel}×${node.kernel}` : node.kind,
    macs: kind.cost(node, inputShapes).macs,
    alike: JSON.stringify([{ ...node, input: 0, inputs: inputs.length }, inputShapes]),
  };
}

/** Of steps that are alike one is timed. */
function timeSteps(steps: readonly TimedStep[]): readonly KernelTimes[] {
  const keyOf = ({ set, alike }: TimedStep) => `${set} ${alike}`;
  const unlike = new Map(steps.map((step) => [keyOf(step), { run: step.run, repeats: repeatsOf(step.run) }]));
  const times = takeTurns([...unlike.values()]);
  const fastest = new Map([...unlike.keys()].map((key, i) => [key, Math.min(...(times[i] as number[]))]));
  const kinds = new Map<string, KernelTimes>();
  for (const step of steps) {
    const { kind, set, macs } = step;
    const sum = kinds.get(kind) ?? { kind, steps: 0, macs: 0, fastestMs: NO_TIME };
    const fastestMs = { ...sum.fastestMs, [set]: sum.fastestMs[set] + (fastest.get(keyOf(step)) as number) };
    const isCounted = set === 'tfjs';
    kinds.set(kind, {
      kind,
      steps: sum.steps + (isCounted ? 1 : 0),
      macs: sum.macs + (isCounted ? macs : 0),
      fastestMs,
    });
  }
  return [...kinds.values()];
}

const NO_TIME: FastestMs = { tfjs: 0, 'relaxed-simd': 0, simd: 0 };

function takeTurns(runs: readonly { readonly run: Run; readonly repeats: number }[]): readonly number[][] {
  const times = runs.map((): number[] => []);
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    runs.forEach(({ run, repeats }, i) => {
      const ms = timeRuns(run, repeats) / repeats;
      if (round >= 0) times[i]?.push(ms);
    });
  }
  return times;
}

/** How often it has to run to take long enough. */
function repeatsOf(run: Run): number {
  let repeats = 1;
  const fastestMs = () => Math.min(...Array.from({ length: TRIALS }, () => timeRuns(run, repeats)));
  while (fastestMs() < REPEATED_MS) repeats *= 2;
  return repeats;
}

function timeRuns(run: Run, times: number): number {
  const startMs = performance.now();
  for (let i = 0; i < times; i++) run();
  return performance.now() - startMs;
}
