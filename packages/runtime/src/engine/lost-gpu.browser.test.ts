import * as tf from '@tensorflow/tfjs-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import { createLocalEngine } from './create-local-engine.ts';

const { facts: assets } = await openAssets('/drawn/');
const ada = await (await fetch('/rendered/ada-front.jpg')).blob();

/** Takes the GPU away; whoever makes a request afterwards is told that there is no network either. */
async function loseGpu() {
  (tf.backend() as tf.KernelBackend & { device: GPUDevice }).device.destroy();
  await caches.delete('face-verify');
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  onTestFinished(() => void vi.restoreAllMocks());
  return fetch;
}

// WebGPU runs on the processor here: right, but slow.
test('a GPU that is lost in mid-session is started anew without a request, and the frame is answered', {
  timeout: 180_000,
}, async () => {
  const engine = await createLocalEngine({ assets, backend: 'webgpu', detector: 'mediapipe', model: 'drawn' });
  onTestFinished(() => engine.dispose());
  const before = await engine.capture(ada);
  expect(before).toMatchObject({ outcome: 'captured' });
  const { reason } = engine.facts.backend;
  const { numTensors } = tf.memory();
  const requests = await loseGpu();
  expect(await engine.capture(ada)).toMatchObject({ outcome: 'captured' });
  expect(engine.facts.backend).toMatchObject({ requested: 'webgpu', running: 'webgpu' });
  expect(engine.facts.backend.reason).not.toBe(reason);
  expect(tf.memory().numTensors).toBe(numTensors);
  expect(requests).not.toHaveBeenCalled();
});

test('a GPU that does not come back gives way to WASM without a request, also where it alone was started', {
  timeout: 180_000,
}, async () => {
  const requestAdapter = vi.spyOn(navigator.gpu, 'requestAdapter');
  // As one in hardware says of itself.
  requestAdapter.mockResolvedValueOnce({ info: { vendor: 'drawn' } } as GPUAdapter);
  const measured = { [`${assets.manifest.version} drawn drawn`]: { webgpu: 1, wasm: 2 } };
  const engine = await createLocalEngine({ assets, backend: 'auto', detector: 'mediapipe', model: 'drawn', measured });
  onTestFinished(() => engine.dispose());
  expect(engine.facts.backend).toMatchObject({ running: 'webgpu' });
  const requests = await loseGpu();
  requestAdapter.mockResolvedValue(null);
  expect(await engine.capture(ada)).toMatchObject({ outcome: 'captured' });
  expect(engine.facts.backend).toMatchObject({ requested: 'auto', running: 'wasm' });
  expect(requests).not.toHaveBeenCalled();
});
