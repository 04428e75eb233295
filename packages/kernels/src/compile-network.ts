import { type Network, outputLength, weightsByNode } from '@face-verify/nets';
import type { KernelExports } from './kernel-exports.ts';
import { type KernelStep, kernelSteps } from './kernel-steps.ts';
import { placeRooms, type Room } from './place-rooms.ts';
import { planStep, type StepPlan } from './plan-step.ts';

/** A network as a list of kernel calls, in a memory of its own that goes with it. */
export interface CompiledNetwork {
  /**
   * @param image - RGB, row by row, of the network's input
   * @returns all outputs in a row
   * @throws {RangeError} where the image has another size
   */
  run(image: ArrayLike<number>): Float32Array;
  /** @param values - as the network sees them, H × W × 3 */
  runValues(values: Float32Array): Float32Array;
  /** What a run computes once it has the values. */
  readonly steps: readonly CompiledStep[];
}

export interface CompiledStep extends KernelStep {
  readonly run: () => void;
}

/** Makes the kernels in a memory. */
export type StartIn = (memory: WebAssembly.Memory) => Promise<KernelExports>;

const PAGE_BYTES = 65_536;
/** Nothing lies at 0, which kernels take for nowhere. */
const START = 64;

/**
 * The fourth interpreter: kernel calls whose addresses are all known. The memory holds weights and maps, which take the
 * room of those that nobody reads any more. It never grows, so views of it stay.
 *
 * @param weights - one array for each of `inferenceParameters`, in that order
 * @param divisor - of values of pixels, from the middle of their range
 * @returns undefined where it has a node that no kernel computes
 * @throws {FaceVerifyError} `weights-corrupt` where the arrays do not fit the network
 * @throws {RangeError} where there is no room
 */
export async function compileNetwork(
  network: Network,
  weights: readonly Float32Array[],
  divisor: number,
  start: StartIn,
): Promise<CompiledNetwork | undefined> {
  const weightsOf = weightsByNode(network, weights);
  const steps = kernelSteps(network);
  const plans: StepPlan[] = [];
  for (const step of steps) {
    const plan = planStep(step, weightsOf(step.weightsOf));
    if (plan === undefined) return undefined;
    plans.push(plan);
  }
  const rooms = placeRooms(network, steps, plans, START);
  const pages = Math.ceil(rooms.end / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const kernels = await start(memory);
  const valuesIn = ({ address, bytes }: Room) =>
    new Float32Array(memory.buffer, address, bytes / Float32Array.BYTES_PER_ELEMENT);

  const calls = steps.map((step, i): CompiledStep => {
    const [plan, weights, scratch] = [plans[i] as StepPlan, rooms.weights[i] as Room, rooms.scratch[i] as Room];
    if (plan.weights) valuesIn(weights).set(plan.weights);
    const run = plan.call(kernels, {
      inputs: step.inputs.map((id) => rooms.mapOf(id).address),
      weights: weights.address,
      scratch: scratch.address,
      out: rooms.mapOf(step.id).address,
    });
    return { ...step, run };
  });

  const pixels = new Uint8Array(memory.buffer, rooms.pixels.address, rooms.pixels.bytes);
  const image = valuesIn(rooms.mapOf(0));
  const outputs = Object.values(network.outputs).map((id) => valuesIn(rooms.mapOf(id)));
  const compute = (): Float32Array => {
    for (const { run } of calls) run();
    const row = new Float32Array(outputLength(network));
    let end = 0;
    for (const output of outputs) {
      row.set(output, end);
      end += output.length;
    }
    return row;
  };
  return {
    run: (rgb) => {
      fill(pixels, rgb);
      kernels.normalise(pixels.byteOffset, pixels.length, divisor, image.byteOffset);
      return compute();
    },
    runValues: (values) => {
      fill(image, values);
      return compute();
    },
    steps: calls,
  };
}

function fill(room: Uint8Array | Float32Array, values: ArrayLike<number>): void {
  if (values.length !== room.length) throw new RangeError(`There are ${values.length} values for ${room.length}.`);
  room.set(values);
}
