import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import { startBackend } from '../backend/start-backend.ts';
import { loadModel } from '../weights/load-model.ts';
import { KernelChoice } from './kernel-choice.ts';

const ASSETS = await openAssets('/drawn/');
const GREY = { widthPx: 96, heightPx: 96, channels: 3, data: new Uint8Array(96 * 96 * 3).fill(128) } as const;

// In a file of its own: the page has no GPU afterwards.
test('a GPU that is lost is a backend that is unavailable, and nobody’s abort', { timeout: 120_000 }, async () => {
  const report = { requested: 'webgpu', running: 'webgpu', reason: 'Chosen by a test.' } as const;
  const backend = await startBackend(report, ASSETS);
  const network = await new KernelChoice(backend).start(await loadModel(ASSETS, 'face-points', 'points'));
  (tf.backend() as tf.KernelBackend & { device: GPUDevice }).device.destroy();
  for (let call = 0; call < 2; call++) {
    await expect(network.run(GREY)).rejects.toMatchObject({
      code: 'backend-unavailable',
      details: { backend: 'webgpu' },
    });
  }
});
