import * as tf from '@tensorflow/tfjs-core';
import type { ParameterSpan } from '../trainer/parameter-layout.ts';
import { adamW } from './adamw.ts';
import type { Optimizer, OptimizerState } from './optimizer.ts';

export interface MuonConfig {
  readonly kind: 'muon';
  readonly momentum: number;
  /** Of AdamW, which moves everything that is no matrix. */
  readonly beta1: number;
  readonly beta2: number;
  /** Decoupled, on kernels only. */
  readonly weightDecay: number;
}

/** Depthwise filters, whose columns are not mixed, and vectors go to AdamW. */
const SMALLEST_SIDE = 8;

/** An orthogonal matrix of this times the square root of its longer side moves as far as AdamW at the same rate. */
const ADAMW_SIZE = 0.2;

/** Coefficients of the quintic iteration: it drives all singular values near 1 in five rounds. */
const [A, B, C] = [3.4445, -4.775, 2.0315];
const ROUNDS = 5;

/** A kernel seen as a matrix: convolutions as [positions · channels in, channels out]. */
interface Matrix {
  readonly span: ParameterSpan;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Muon (Jordan 2024; sized as Liu et al. 2025): the step of a matrix is its momentum made orthogonal, so that every
 * direction learns, not the few that the gradient is full of. Learns from half as many pictures as AdamW here
 * (AUC 0.904 against 0.866 after 9,600 pictures of ConvFaceNeXt_PS).
 */
export const muon: Optimizer<MuonConfig> = async (state, spans, config, rate, step) => {
  const matrices = spans.map(asMatrix);
  const isMatrix = ({ span, rows, columns }: Matrix) =>
    span.treatment === 'decayed' && Math.min(rows, columns) >= SMALLEST_SIDE;
  const rest = matrices.filter((matrix) => !isMatrix(matrix)).map(({ span }) => span);
  adamW(state, rest, config, rate, step);
  // Matrices of one size go through the iteration together: a call costs more than the sums in it.
  const groups = new Map<string, Matrix[]>();
  for (const matrix of matrices.filter(isMatrix))
    groups.set(sides(matrix), [...(groups.get(sides(matrix)) ?? []), matrix]);
  for (const group of groups.values()) await moveAll(state, group, config, rate);
};

function asMatrix(span: ParameterSpan): Matrix {
  const columns = span.shape.at(-1) ?? 1;
  return { span, rows: (span.end - span.start) / columns, columns };
}

function sides({ rows, columns }: Matrix): string {
  return `${Math.min(rows, columns)} ${Math.max(rows, columns)}`;
}

async function moveAll(
  { parameters, gradients, moments }: OptimizerState,
  group: readonly Matrix[],
  { momentum, weightDecay }: MuonConfig,
  rate: number,
): Promise<void> {
  const [{ rows, columns }] = group as [Matrix];
  const [short, long] = [Math.min(rows, columns), Math.max(rows, columns)];
  const ahead = new Float32Array(group.length * short * long);
  group.forEach((matrix, nth) => {
    eachCell(matrix, nth, (i, cell) => {
      const gradient = gradients[i] as number;
      const velocity = momentum * (moments.first[i] as number) + gradient;
      moments.first[i] = velocity;
      ahead[cell] = gradient + momentum * velocity;
    });
  });
  const direction = await orthogonalise(ahead, [group.length, short, long]);
  const keep = 1 - rate * weightDecay;
  const size = rate * ADAMW_SIZE * Math.sqrt(long);
  group.forEach((matrix, nth) => {
    eachCell(matrix, nth, (i, cell) => {
      parameters[i] = keep * (parameters[i] as number) - size * (direction[cell] as number);
    });
  });
}

/** Calls with each parameter of a matrix and its place in the stack, where every matrix lies on its longer side. */
function eachCell({ span, rows, columns }: Matrix, nth: number, visit: (i: number, cell: number) => void): void {
  const first = nth * rows * columns;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = rows > columns ? column * rows + row : row * columns + column;
      visit(span.start + row * columns + column, first + place);
    }
  }
}

/** Nearly U·Vᵀ of each matrix U·S·Vᵀ, by Newton and Schulz's iteration. [N, short, long] → the same */
async function orthogonalise(values: Float32Array, shape: [number, number, number]): Promise<Float32Array> {
  const result = tf.tidy(() => {
    const stack = tf.tensor3d(values, shape);
    const norms = tf.sqrt(tf.sum(tf.square(stack), [1, 2], true));
    let x: tf.Tensor3D = tf.div(stack, tf.add(norms, 1e-7));
    for (let round = 0; round < ROUNDS; round++) {
      const gram: tf.Tensor3D = tf.matMul(x, x, false, true);
      const polynomial: tf.Tensor3D = tf.add(tf.mul(gram, B), tf.mul(tf.matMul(gram, gram), C));
      x = tf.add(tf.mul(x, A), tf.matMul(polynomial, x));
    }
    return x;
  });
  const orthogonal = await result.data<'float32'>();
  result.dispose();
  return orthogonal;
}
