import {
  type FilterNode,
  filterWeights,
  type OperationNode,
  type Shape,
  sizeOf,
  type Weights,
} from '@face-verify/nets';
import type { KernelExports } from './kernel-exports.ts';
import type { KernelStep } from './kernel-steps.ts';
import { PANEL_COLUMNS, packPanels, packRows, packTaps } from './pack-weights.ts';

/** A call of kernels that lacks only the places of what it reads and writes. */
export interface StepPlan {
  /** As the kernel reads them. */
  readonly weights?: Float32Array;
  /** Values that it writes on the way. */
  readonly scratch?: number;
  call(kernels: KernelExports, places: StepPlaces): () => void;
}

/** Addresses. */
interface StepPlaces {
  readonly inputs: readonly number[];
  readonly weights: number;
  readonly scratch: number;
  readonly out: number;
}

type Kind = OperationNode['kind'];
type StepOf<Name extends Kind> = KernelStep & { readonly node: Extract<OperationNode, { readonly kind: Name }> };
type PlanKind<Name extends Kind> = (step: StepOf<Name>, weights: Weights) => StepPlan | undefined;

/** Values of patches that are taken before they are multiplied: what the fastest cache of a processor holds. */
const PATCH_VALUES = 8192;
/** Patches come in so many, which tiles of 4 and of 6 rows make up. */
const PATCH_STEP = 12;
/** Channels that kernels compute together. */
const LANES = 4;

/** @returns undefined where no kernel computes it */
export function planStep(step: KernelStep, weights: Weights): StepPlan | undefined {
  const plan = PLANS[step.node.kind] as PlanKind<Kind> | undefined;
  return plan?.(step as StepOf<Kind>, weights);
}

const PLANS: { readonly [Name in Kind]?: PlanKind<Name> } = {
  conv: (step, weights) => {
    const { kernel, stride, groups, shape } = step.node;
    const [input] = step.inputShapes as [Shape];
    if (groups !== undefined) return undefined;
    if (kernel > 1 || stride > 1) return planPatches(step, input, weights);
    return planProduct(step.node, { rows: shape[0] * shape[1], depth: input[2] }, step.inputs.length > 1, weights);
  },
  dense: ({ node, inputShapes }, weights) =>
    planProduct(node, { rows: 1, depth: sizeOf(inputShapes[0] as Shape) }, false, weights),
  depthwise: ({ node, inputShapes }, weights) => {
    const [height, width, channels] = inputShapes[0] as Shape;
    if (channels < LANES || node.activation === 'sigmoid') return undefined;
    const [outHeight, outWidth] = node.shape;
    const { top, left } = paddingOf(node, [height, width]);
    return {
      weights: packTaps(node, filterWeights(node, weights)),
      call:
        ({ depthwise }, { inputs: [x = 0], weights, out }) =>
        () =>
          // biome-ignore format: as the kernel names them
          depthwise(
            x, height, width, channels, node.kernel, node.stride, top, left, weights, outHeight, outWidth, out,
          ),
    };
  },
  add: ({ node, inputs }) => {
    const count = sizeOf(node.shape);
    if (inputs.length < 2) return undefined;
    return {
      call:
        ({ sum }, { inputs: [first = 0, second = 0, ...others], out }) =>
        () => {
          sum(first, second, count, out);
          for (const map of others) sum(out, map, count, out);
        },
    };
  },
  maxPool: ({ node, inputShapes }) => {
    const [height, width, channels] = inputShapes[0] as Shape;
    if (channels < LANES) return undefined;
    const [outHeight, outWidth] = node.shape;
    const { top, left } = paddingOf(node, [height, width]);
    return {
      call:
        ({ maxPool }, { inputs: [x = 0], out }) =>
        () =>
          maxPool(x, height, width, channels, node.kernel, node.stride, top, left, outHeight, outWidth, out),
    };
  },
  padChannels: ({ node: { shape }, inputShapes }) => {
    const [height, width, channels] = inputShapes[0] as Shape;
    return {
      call:
        ({ padChannels }, { inputs: [x = 0], out }) =>
        () =>
          padChannels(x, height * width, channels, shape[2], out),
    };
  },
};

function planProduct(
  node: FilterNode,
  { rows, depth }: { readonly rows: number; readonly depth: number },
  adds: boolean,
  weights: Weights,
): StepPlan | undefined {
  const columns = node.shape[2];
  if (node.activation === 'sigmoid') return undefined;
  const values = filterWeights(node, weights);
  if (columns >= PANEL_COLUMNS) {
    return {
      weights: packPanels(node, values, columns),
      call:
        ({ product }, { inputs: [x = 0, added = 0], weights, out }) =>
        () =>
          product(x, rows, depth, weights, columns, added, out),
    };
  }
  if (adds) return undefined;
  return {
    weights: packRows(node, values, columns),
    call:
      ({ narrowProduct }, { inputs: [x = 0], weights, out }) =>
      () =>
        narrowProduct(x, rows, depth, weights, columns, out),
  };
}

function planPatches(
  { node }: StepOf<'conv'>,
  [height, width, channels]: Shape,
  weights: Weights,
): StepPlan | undefined {
  const [outHeight, outWidth, columns] = node.shape;
  if (columns < PANEL_COLUMNS || node.activation === 'sigmoid') return undefined;
  const { kernel, stride } = node;
  const { top, left } = paddingOf(node, [height, width]);
  const depth = kernel ** 2 * channels;
  const fitting = Math.floor(PATCH_VALUES / depth / PATCH_STEP) * PATCH_STEP;
  const rows = Math.max(PATCH_STEP, Math.min(outHeight * outWidth, fitting));
  return {
    weights: packPanels(node, filterWeights(node, weights), columns),
    scratch: rows * depth,
    call:
      ({ convolution }, { inputs: [x = 0, added = 0], weights, scratch, out }) =>
      () =>
        // biome-ignore format: as the kernel names them
        convolution(
          x, height, width, channels, kernel, stride, top, left, weights,
          outHeight, outWidth, columns, scratch, rows, added, out,
        ),
  };
}

/** What is missing above and to the left of the first window: half of all that is missing, as TensorFlow has it. */
function paddingOf(
  { kernel, stride, padding, shape }: StepOf<'conv' | 'depthwise' | 'maxPool'>['node'],
  [height, width]: readonly [number, number],
): { readonly top: number; readonly left: number } {
  const before = (length: number, out: number) =>
    padding === 'valid' ? 0 : Math.floor(Math.max(0, (out - 1) * stride + kernel - length) / 2);
  return { top: before(height, shape[0]), left: before(width, shape[1]) };
}
