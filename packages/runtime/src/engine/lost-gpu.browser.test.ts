import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import { createLocalEngine } from './create-local-engine.ts';

// WebGPU runs on the processor here: right, but slow.
test('a GPU that is lost in mid-session is started anew, and the frame is answered', { timeout: 180_000 }, async () => {
  const { facts: assets } = await openAssets('/drawn/');
  const engine = await createLocalEngine({ assets, backend: 'webgpu', model: 'drawn' });
  const ada = await (await fetch('/rendered/ada-front.jpg')).blob();
  const before = await engine.capture(ada);
  expect(before).toMatchObject({ outcome: 'captured' });
  const { reason } = engine.facts.backend;
  const { numTensors } = tf.memory();
  (tf.backend() as tf.KernelBackend & { device: GPUDevice }).device.destroy();
  expect(await engine.capture(ada)).toMatchObject({ outcome: 'captured' });
  expect(engine.facts.backend).toMatchObject({ requested: 'webgpu', running: 'webgpu' });
  expect(engine.facts.backend.reason).not.toBe(reason);
  expect(tf.memory().numTensors).toBe(numTensors);
  engine.dispose();
});
