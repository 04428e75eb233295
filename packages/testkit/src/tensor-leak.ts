import { memory } from '@tensorflow/tfjs-core';

/**
 * Runs `fn` and fails where it leaves more, or fewer, tensors alive than it found. Tensors that `fn` returns count
 * as left: dispose of them inside. Nothing else may make tensors meanwhile.
 *
 * @returns what `fn` returned
 * @throws {Error} naming the number of tensors; or what `fn` threw
 */
export async function expectNoTensorLeak<Result>(fn: () => Result | Promise<Result>): Promise<Result> {
  const before = memory().numTensors;
  const result = await fn();
  const left = memory().numTensors - before;
  if (left !== 0) throw new Error(`${Math.abs(left)} tensor(s) too ${left > 0 ? 'many' : 'few'} are alive afterwards.`);
  return result;
}
