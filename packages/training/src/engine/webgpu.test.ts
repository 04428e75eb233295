import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { gradientStep } from '../learn/trainer/gradient-step.ts';
import { layOut, readVariables } from '../learn/trainer/parameter-layout.ts';
import { createToyTask } from '../testing/toy-task.ts';
import { startEngine } from './engine.ts';
import { requireAdapter, startWebGpu } from './webgpu.ts';

/** Gradients of the toy's first batch, on the backend that runs. */
async function gradients(): Promise<Float32Array> {
  const task = createToyTask();
  const { spans, length } = layOut(task.parameters);
  const result = new Float32Array(length);
  await gradientStep(task, await readVariables(task.parameters, spans), result, [0, 1, 2, 3]);
  return result;
}

describe('WebGPU in Node', () => {
  it('computes the gradients of a small network as the CPU does', { timeout: 60_000 }, async ({ skip }) => {
    const failure = await startWebGpu(true).catch((error: Error) => error);
    if (failure) skip(`WebGPU does not run here: ${failure.message.split('\n')[0]}`);
    expect(tf.getBackend()).toBe('webgpu');
    const onGpu = await gradients();
    await startEngine('cpu');
    const onCpu = await gradients();
    const largest = Math.max(...onCpu.map(Math.abs));
    const difference = Math.max(...onGpu.map((value, i) => Math.abs(value - (onCpu[i] as number))));
    expect(difference / largest).toBeLessThan(1e-4);
  });
});

describe('requireAdapter', () => {
  const machine = (isFallbackAdapter: boolean) => {
    const info = { isFallbackAdapter, description: 'SwiftShader' };
    return { requestAdapter: async () => ({ info }) as GPUAdapter };
  };

  it('takes a graphics processor, and one that is computed only where that is wanted', async () => {
    await requireAdapter(machine(false), false);
    await requireAdapter(machine(true), true);
    await expect(requireAdapter(machine(true), false)).rejects.toThrow('only computes on the CPU (SwiftShader)');
  });

  it('says where there is none', async () => {
    await expect(requireAdapter({ requestAdapter: async () => null }, true)).rejects.toThrow('there is no adapter');
  });
});
