import { FaceVerifyError } from '@face-verify/core';
import { expect, test } from 'vitest';
import type { BackendReport } from '../api.ts';
import { RenewedNetworks } from './renewed-networks.ts';
import type { StartedNetworks } from './start-networks.ts';

const IMAGE = { widthPx: 1, heightPx: 1, channels: 3, data: new Uint8Array(3) } as const;
const REPORT = { requested: 'auto', running: 'webgpu', reason: 'It is fast.' } as const;

/** Networks that run so often, and then are lost. */
function mortal(report: BackendReport, runs: number): StartedNetworks {
  let left = runs;
  const network = {
    run: async () => {
      if (left-- > 0) return Float32Array.of(1);
      throw new FaceVerifyError('backend-unavailable', 'Lost.');
    },
    dispose: () => {},
  };
  const discard = async () => {
    network.run = () => Promise.reject(new FaceVerifyError('disposed', 'Discarded.'));
  };
  return { report, pointNetwork: network, embedder: network, detector: network, dispose: () => {}, discard };
}

/** @param lives - how often each of the networks that are started runs; undefined for one that cannot be started */
function renewing(requested: BackendReport['requested'], ...lives: readonly (number | undefined)[]) {
  const tried: string[] = [];
  const [first = 0, ...others] = lives;
  const networks = new RenewedNetworks(mortal({ ...REPORT, requested }, first), async (candidates) => {
    tried.push(candidates.map(({ running }) => running).join());
    const life = others.shift();
    if (life === undefined) throw new FaceVerifyError('asset-unavailable', 'No network.');
    return mortal(candidates[0] as BackendReport, life);
  });
  return { networks, tried };
}

test('a run that loses its backend is answered by a fresh one', async () => {
  const { networks, tried } = renewing('auto', 1, 9);
  await networks.pointNetwork.run(IMAGE);
  expect(await networks.embedder.run(IMAGE)).toEqual(Float32Array.of(1));
  expect(tried).toEqual(['webgpu,wasm']);
  expect(networks.report).toMatchObject({
    requested: 'auto',
    running: 'webgpu',
    reason: expect.stringContaining('lost'),
  });
});

test('a GPU that is lost again and again is left alone', async () => {
  const { networks, tried } = renewing('auto', 0, 1, 9);
  for (let run = 0; run < 3; run++) await networks.embedder.run(IMAGE);
  expect(tried).toEqual(['webgpu,wasm', 'wasm']);
  expect(networks.report.running).toBe('wasm');
});

test('where none can be started in place of a lost one, every later run tries again', async () => {
  const { networks, tried } = renewing('wasm', 0, undefined, undefined, 9);
  for (let run = 0; run < 2; run++) {
    await expect(networks.embedder.run(IMAGE)).rejects.toMatchObject({ code: 'asset-unavailable' });
  }
  expect(await networks.embedder.run(IMAGE)).toEqual(Float32Array.of(1));
  expect(tried).toHaveLength(3);
});

test('networks that were lost and then disposed of are not started anew', async () => {
  const { networks, tried } = renewing('wasm', 0, undefined, 9);
  await expect(networks.embedder.run(IMAGE)).rejects.toMatchObject({ code: 'asset-unavailable' });
  networks.dispose();
  await expect(networks.embedder.run(IMAGE)).rejects.toMatchObject({ code: 'disposed' });
  expect(tried).toHaveLength(1);
});

test('WebGPU that was asked for is replaced by nothing else', async () => {
  const { networks, tried } = renewing('webgpu', 0, 0);
  await expect(networks.embedder.run(IMAGE)).rejects.toMatchObject({ code: 'backend-unavailable' });
  expect(tried).toEqual(['webgpu']);
});

test('networks that are disposed of are not started anew', async () => {
  const { networks, tried } = renewing('auto', 0, 9);
  networks.dispose();
  await expect(networks.embedder.run(IMAGE)).rejects.toMatchObject({ code: 'backend-unavailable' });
  expect(tried).toEqual([]);
});

test('another failure is no loss', async () => {
  const { networks, tried } = renewing('auto', 9);
  const failing = new RenewedNetworks(
    {
      ...mortal(REPORT, 1),
      embedder: { run: () => Promise.reject(new FaceVerifyError('internal', 'Odd.')), dispose: () => {} },
    },
    async () => mortal(REPORT, 9),
  );
  await expect(failing.embedder.run(IMAGE)).rejects.toMatchObject({ code: 'internal' });
  await networks.embedder.run(IMAGE);
  expect(tried).toEqual([]);
});
