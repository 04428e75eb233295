import { createInference, foldParameters, goldenInput, initialParameters, type Network } from '@face-verify/nets';
import '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import type { PassCounts } from '../src/backends/backends-harness.ts';

/** Counts what one pass of a network with untrained weights asks of the GPU, when all is compiled and uploaded. */
export async function countPass(network: Network): Promise<PassCounts> {
  if (tf.getBackend() !== 'webgpu' && !(await tf.setBackend('webgpu'))) throw new Error('There is no WebGPU.');
  const inference = createInference(network, foldParameters(network, initialParameters(network, Math.random)));
  const pass = async () => {
    const input = goldenInput(network);
    const output = tf.tidy(() => inference.run(input));
    await output.data();
    tf.dispose([input, output]);
  };
  await pass();
  const counts = { name: network.name, dispatches: 0, submits: 0, uploadedBytes: 0, downloadedBytes: 0 };
  const restore = [
    watch(GPUComputePassEncoder.prototype, 'dispatchWorkgroups', () => counts.dispatches++),
    watch(GPUQueue.prototype, 'submit', () => counts.submits++),
    watch(GPUQueue.prototype, 'writeBuffer', (_, __, data, start, size) => {
      const all = ArrayBuffer.isView(data) ? data.byteLength : (data as ArrayBuffer).byteLength;
      const unit = ArrayBuffer.isView(data) && 'BYTES_PER_ELEMENT' in data ? Number(data.BYTES_PER_ELEMENT) : 1;
      counts.uploadedBytes += size === undefined ? all - Number(start ?? 0) * unit : Number(size) * unit;
    }),
    watch(GPUBuffer.prototype, 'getMappedRange', function (this: GPUBuffer, offset, size) {
      const bytes = Number(size ?? this.size - Number(offset ?? 0));
      // A buffer that the processor may read brings results back; others are filled with what they hold from the start.
      if (this.usage & GPUBufferUsage.MAP_READ) counts.downloadedBytes += bytes;
      else counts.uploadedBytes += bytes;
    }),
  ];
  await pass();
  for (const undo of restore) undo();
  inference.dispose();
  return counts;
}

/** @returns what takes the watch away */
function watch<Target extends object>(
  target: Target,
  method: keyof Target,
  note: (this: Target, ...args: readonly unknown[]) => void,
): () => void {
  const original = target[method] as (...args: readonly unknown[]) => unknown;
  target[method] = function (this: Target, ...args: readonly unknown[]) {
    note.apply(this, [...args]);
    return original.apply(this, [...args]);
  } as Target[typeof method];
  return () => {
    target[method] = original as Target[typeof method];
  };
}
