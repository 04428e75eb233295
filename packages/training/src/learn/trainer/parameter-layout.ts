import * as tf from '@tensorflow/tfjs-core';
import type { LearnedParameter, ParameterTreatment } from '../../losses/learned-parameter.ts';

/** Where a parameter lies in the flat arrays that optimizer, workers and checkpoints share. */
export interface ParameterSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly shape: readonly number[];
  readonly treatment: ParameterTreatment;
}

export function layOut(parameters: readonly LearnedParameter[]): { spans: ParameterSpan[]; length: number } {
  let end = 0;
  const spans = parameters.map(({ name, variable, treatment }) => {
    const start = end;
    end += variable.size;
    return { name, start, end, shape: variable.shape, treatment };
  });
  return { spans, length: end };
}

export async function readVariables(
  parameters: readonly LearnedParameter[],
  spans: readonly ParameterSpan[],
): Promise<Float32Array> {
  const values = new Float32Array(spans.at(-1)?.end ?? 0);
  for (const [i, { variable }] of parameters.entries()) values.set(await variable.data(), spans[i]?.start);
  return values;
}

export function writeVariables(
  parameters: readonly LearnedParameter[],
  spans: readonly Pick<ParameterSpan, 'start' | 'end'>[],
  from: Float32Array,
): void {
  parameters.forEach(({ variable }, i) => {
    const { start, end } = spans[i] as ParameterSpan;
    // A copy: tfjs may keep the array, and the next step overwrites the shared one.
    const value = tf.tensor(from.slice(start, end), variable.shape);
    variable.assign(value);
    value.dispose();
  });
}
