import '@tensorflow/tfjs-backend-cpu';
import { dispose, scalar, tensor1d } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { expectNoTensorLeak } from './tensor-leak.ts';

test('a call that disposes of its tensors passes and gives its result', async () => {
  const sum = await expectNoTensorLeak(async () => {
    const x = tensor1d([1, 2]);
    const [first = 0, second = 0] = await x.data();
    x.dispose();
    return first + second;
  });
  expect(sum).toBe(3);
});

test('a tensor left behind by an asynchronous call is reported', async () => {
  const leaky = expectNoTensorLeak(async () => {
    await Promise.resolve();
    return scalar(1);
  });
  await expect(leaky).rejects.toThrow('1 tensor(s) too many');
});

test('disposing of the caller’s tensor is reported', async () => {
  const mine = scalar(1);
  await expect(expectNoTensorLeak(() => dispose(mine))).rejects.toThrow('1 tensor(s) too few');
});

test('an error of the call is passed on', async () => {
  await expect(
    expectNoTensorLeak(() => {
      throw new TypeError('inside');
    }),
  ).rejects.toThrow('inside');
});
