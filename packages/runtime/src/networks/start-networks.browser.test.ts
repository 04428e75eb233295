import { FaceVerifyError, type RgbImage } from '@face-verify/core';
import { expectNoTensorLeak, TOLERANCES } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test, vi } from 'vitest';
import { openAssets } from '../../testing/open-assets.ts';
import { refuseOwnKernels } from '../../testing/refuse-own-kernels.ts';
import type { BackendName, BackendReport } from '../api.ts';
import { LIGHT_DETECTOR } from '../assets/asset-paths.ts';
import { BACKEND_LIMIT_MS } from '../backend/within-backend-limit.ts';
import { loadModel } from '../weights/load-model.ts';
import { startNetworks } from './start-networks.ts';

const ASSETS = await openAssets('/drawn/');

const candidate = (running: BackendName): BackendReport => ({
  requested: 'auto',
  running,
  reason: 'Chosen by a test.',
});

async function drawnModels(embedder = 'drawn', isRun = false) {
  return {
    pointNetwork: await loadModel(ASSETS, 'face-points', 'points'),
    embedder: await loadModel(ASSETS, embedder, 'embedder'),
    detector: loadModel(ASSETS, LIGHT_DETECTOR, 'detector').then((model) => ({ model, isRun })),
  };
}

const STRIPES: RgbImage = {
  widthPx: 112,
  heightPx: 112,
  channels: 3,
  data: Uint8Array.from({ length: 112 * 112 * 3 }, (_, i) => (i * 7) % 256),
};

const unit = (vector: Float32Array) => {
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
};

/** What starts the kernels is given another binary's. */
function giveKernels(change: (exports: WebAssembly.Exports, memory: WebAssembly.Memory) => object) {
  const { instantiate } = WebAssembly;
  return vi.spyOn(WebAssembly, 'instantiate').mockImplementation((async (
    module: WebAssembly.Module,
    imports: { env: { memory: WebAssembly.Memory } },
  ) => {
    const { exports } = await instantiate(module, imports);
    return { exports: { ...exports, ...change(exports, imports.env.memory) } };
  }) as unknown as typeof WebAssembly.instantiate);
}

describe('networks', () => {
  // WebGPU runs on the processor here: right, but slow.
  test('compute on WebGPU what they compute on WASM', { timeout: 120_000 }, async () => {
    const models = await drawnModels();
    const outputs = [];
    for (const running of ['wasm', 'webgpu'] as const) {
      const { report, embedder, dispose } = await startNetworks([candidate(running)], models, ASSETS);
      expect(report.running).toBe(running);
      expect(tf.getBackend()).toBe(running);
      outputs.push(unit(await embedder.run(STRIPES)));
      dispose();
    }
    const [wasm, webgpu] = outputs;
    const differences = wasm?.map((value, i) => Math.abs(value - (webgpu?.[i] ?? Number.NaN))) ?? [];
    expect(Math.max(...differences)).toBeLessThan(TOLERANCES.webgpuVersusCpu + TOLERANCES.wasmVersusCpu);
  });

  test('of two backends that start at the same time on one page each run on their own', {
    timeout: 120_000,
  }, async () => {
    const models = await drawnModels();
    const starting = startNetworks([candidate('webgpu')], models, ASSETS);
    const onWasm = await startNetworks([candidate('wasm')], models, ASSETS);
    const whileStarting = await onWasm.embedder.run(STRIPES);
    const onGpu = await starting;
    const [fromGpu, fromWasm] = await Promise.all([onGpu.embedder.run(STRIPES), onWasm.embedder.run(STRIPES)]);
    expect(unit(fromGpu)[0]).toBeCloseTo(unit(fromWasm)[0] ?? Number.NaN, 2);
    expect(fromWasm).toEqual(whileStarting);
    for (const { dispose } of [onGpu, onWasm]) dispose();
  });

  test('whose result is not the golden one do not start, and leave nothing behind', async () => {
    const models = await drawnModels('other-golden');
    await expectNoTensorLeak(() =>
      expect(startNetworks([candidate('wasm')], models, ASSETS)).rejects.toMatchObject({ code: 'weights-corrupt' }),
    );
  });

  test('compute with kernels of our own on WASM, which the report says', async () => {
    const { report, dispose } = await startNetworks([candidate('wasm')], await drawnModels(), ASSETS);
    expect(report).toEqual({ ...candidate('wasm'), kernels: 'relaxed-simd' });
    dispose();
  });

  test('compute with those for browsers without relaxed SIMD there', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(false);
    const { report, dispose } = await startNetworks([candidate('wasm')], await drawnModels(), ASSETS);
    vi.restoreAllMocks();
    expect(report.kernels).toBe('simd');
    dispose();
  });

  test.for([
    ['compute nothing', () => ({ product: () => undefined })],
    ['compute something else', ({ sum }: WebAssembly.Exports) => ({ product: sum })],
    ['break off', () => ({ depthwise: () => expect.unreachable() })],
  ] as const)('compute with tfjs’s where ours %s, and leave nothing behind', async ([, change]) => {
    const models = await drawnModels();
    const expected = await startNetworks([candidate('wasm')], models, ASSETS);
    const embedding = await expected.embedder.run(STRIPES);
    expected.dispose();
    await expectNoTensorLeak(async () => {
      giveKernels(change);
      const { report, embedder, dispose } = await startNetworks([candidate('wasm')], models, ASSETS);
      vi.restoreAllMocks();
      expect(report).toEqual({ ...candidate('wasm'), reason: expect.stringMatching(/by a test\..+own kernels/) });
      expect(report.kernels).toBeUndefined();
      const found = unit(await embedder.run(STRIPES));
      for (const [i, value] of unit(embedding).entries()) expect(found[i]).toBeCloseTo(value, 5);
      dispose();
    });
  });

  test('compute with tfjs’s where no binary is taken, or a policy forbids them', async () => {
    const refusals = [
      refuseOwnKernels,
      () => vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError()),
    ];
    for (const refuse of refusals) {
      refuse();
      const { report, dispose } = await startNetworks([candidate('wasm')], await drawnModels(), ASSETS);
      vi.restoreAllMocks();
      expect(report).toEqual(candidate('wasm'));
      dispose();
    }
  });

  test('start on the next backend where one fails, which the reason says', async () => {
    const nonsense = { ...candidate('wasm'), running: JSON.parse('"none"') };
    const { report, dispose } = await startNetworks([nonsense, candidate('wasm')], await drawnModels(), ASSETS);
    expect(report).toMatchObject({ running: 'wasm', reason: expect.stringContaining('could not be started') });
    dispose();
  });

  test('that are never computed do not start, and leave nothing behind', async () => {
    const models = await drawnModels();
    refuseOwnKernels();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await expectNoTensorLeak(async () => {
      const data = vi.spyOn(tf.Tensor.prototype, 'data').mockReturnValue(new Promise(() => {}));
      const starting = expect(startNetworks([candidate('wasm')], models, ASSETS)).rejects.toMatchObject({
        code: 'backend-unavailable',
      });
      await vi.waitFor(() => expect(data).toHaveBeenCalledOnce(), 10_000);
      await vi.advanceTimersByTimeAsync(BACKEND_LIMIT_MS);
      await starting;
      vi.restoreAllMocks();
    });
    vi.useRealTimers();
  });

  test.for([Number.NaN, Number.POSITIVE_INFINITY])('that give %s by kernels of our own are an error', async (value) => {
    giveKernels((_, memory) => ({
      normalise: (_: number, count: number, __: number, out: number) =>
        new Float32Array(memory.buffer, out, count).fill(value),
    }));
    const { report, embedder, dispose } = await startNetworks([candidate('wasm')], await drawnModels(), ASSETS);
    expect(report.kernels).toBeDefined();
    await expect(embedder.run(STRIPES)).rejects.toMatchObject({ code: 'backend-unavailable' });
    vi.restoreAllMocks();
    dispose();
  });

  test.for([Number.NaN, Number.POSITIVE_INFINITY])('that give %s are an error of the backend', async (value) => {
    refuseOwnKernels();
    const { embedder, dispose } = await startNetworks([candidate('wasm')], await drawnModels(), ASSETS);
    const { data } = tf.Tensor.prototype;
    vi.spyOn(tf.Tensor.prototype, 'data').mockImplementationOnce(async function (this: tf.Tensor) {
      const values = await Reflect.apply(data, this, []);
      return values.fill(value, -1);
    } as typeof data);
    await expect(embedder.run(STRIPES)).rejects.toMatchObject({ code: 'backend-unavailable' });
    vi.restoreAllMocks();
    expect((await embedder.run(STRIPES)).every(Number.isFinite)).toBe(true);
    dispose();
  });

  test.for([
    ['tfjs’s kernels send one image to the backend for a run, and read one row back', 2],
    ['our kernels need nothing of the backend for a run', 0],
  ] as const)('with %s', async ([, count]) => {
    if (count > 0) refuseOwnKernels();
    const { pointNetwork, embedder, dispose } = await startNetworks([candidate('wasm')], await drawnModels(), ASSETS);
    const backend = tf.backend();
    const writes = vi.spyOn(backend, 'write');
    const reads = vi.spyOn(backend, 'read');
    const before = tf.memory().numTensors;
    for (const network of [pointNetwork, embedder]) {
      const sizePx = network === pointNetwork ? 96 : 112;
      await network.run({
        widthPx: sizePx,
        heightPx: sizePx,
        channels: 3,
        data: STRIPES.data.slice(0, 3 * sizePx ** 2),
      });
    }
    // Where a kernel makes room for its output, nothing is sent.
    const sent = writes.mock.calls.filter(([values]) => values !== null);
    expect([sent.length, reads.mock.calls.length]).toEqual([count, count]);
    expect(tf.memory().numTensors).toBe(before);
    vi.restoreAllMocks();
    dispose();
  });

  test.for([true, false])('find faces, started with the others: %s', async (isRun) => {
    const grey = { ...STRIPES, widthPx: 128, heightPx: 128, data: new Uint8Array(128 * 128 * 3).fill(128) };
    await expectNoTensorLeak(async () => {
      const models = await drawnModels('drawn', isRun);
      const { detector, dispose } = await startNetworks([candidate('wasm')], models, ASSETS);
      expect(await detector.run(grey)).toHaveLength(896 * 17);
      dispose();
      await expect(detector.run(grey)).rejects.toMatchObject({ code: 'disposed' });
    });
  });

  test('whose detector is first run when they are disposed of leave nothing', async () => {
    await expectNoTensorLeak(async () => {
      const { detector, dispose } = await startNetworks([candidate('wasm')], await drawnModels(), ASSETS);
      const run = detector.run({ ...STRIPES, widthPx: 128, heightPx: 128, data: new Uint8Array(128 * 128 * 3) });
      dispose();
      await expect(run).rejects.toMatchObject({ code: 'disposed' });
    });
  });

  test('that have no detector do not start, and leave nothing', async () => {
    const missing = new FaceVerifyError('asset-unavailable', 'It is not there.');
    const detector = Promise.reject(missing);
    // It is waited for when the others have started.
    detector.catch(() => undefined);
    await expectNoTensorLeak(async () => {
      const models = { ...(await drawnModels()), detector };
      await expect(startNetworks([candidate('wasm')], models, ASSETS)).rejects.toBe(missing);
    });
  });

  test('need a backend to be named', async () => {
    await expect(startNetworks([], await drawnModels(), ASSETS)).rejects.toMatchObject({ code: 'backend-unavailable' });
  });
});
