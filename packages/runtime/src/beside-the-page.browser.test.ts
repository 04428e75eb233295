import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FaceVerifier, FaceVerifierOptions } from './api.ts';
import { createFaceVerifier } from './create-face-verifier.ts';

const OPTIONS = { assets: '/drawn/', model: 'with-threshold', backend: 'wasm' } as const satisfies FaceVerifierOptions;

async function load(file: string): Promise<Blob> {
  return (await fetch(`/rendered/${file}`)).blob();
}

const outcome = async (verifier: FaceVerifier, file: string) => (await verifier.capture(await load(file))).outcome;

describe.for([
  ['in workers', true],
  ['on the page’s thread', false],
] as const)('verifiers %s', ([, worker]) => {
  test('that start at once see the same', async () => {
    const options = { ...OPTIONS, worker };
    const verifiers = await Promise.all([createFaceVerifier(options), createFaceVerifier(options)]);
    const ada = await load('ada-front.jpg');
    const [first, second] = await Promise.all(verifiers.map((verifier) => verifier.capture(ada)));
    expect(first).toMatchObject({ outcome: 'captured' });
    expect(second).toEqual({ ...first, timings: expect.anything() });
    for (const verifier of verifiers) verifier.dispose();
  });

  test('answer while another starts, and when it is gone', async () => {
    const running = await createFaceVerifier({ ...OPTIONS, worker });
    let started = false;
    const starting = createFaceVerifier({ ...OPTIONS, worker }).finally(() => {
      started = true;
    });
    let answered = 0;
    do expect(await outcome(running, 'ada-front.jpg')).toBe('captured');
    while (++answered < 3 || !started);
    const other = await starting;
    expect(await Promise.all([running, other].map((verifier) => outcome(verifier, 'bruno-front.jpg')))).toEqual([
      'captured',
      'captured',
    ]);
    other.dispose();
    expect(await outcome(running, 'ada-front.jpg')).toBe('captured');
    running.dispose();
  });

  test('of two versions on one page see the same at the same time, and the first goes on without the second', async () => {
    const options = { ...OPTIONS, worker };
    const [ours, older] = await Promise.all([
      createFaceVerifier(options),
      createFaceVerifier({ ...options, assets: '/older/' }),
    ]);
    const ada = await load('ada-front.jpg');
    const [first, second] = await Promise.all([ours.verify(ada, ada), older.verify(ada, ada)]);
    expect(first.result).toMatchObject({ outcome: 'match' });
    expect(second.result).toEqual(first.result);
    older.dispose();
    expect((await ours.verify(ada, ada)).result).toEqual(first.result);
    ours.dispose();
    if (!worker) expect(Object.keys(globalThis)).toEqual(expect.arrayContaining(['_tfengine_0_0_9']));
  });

  test('leave the page’s own TensorFlow.js as it was', async () => {
    await tf.setBackend('cpu');
    const weight = tf.variable(tf.tensor1d([1, 2, 3]));
    const { numTensors } = tf.memory();
    const verifier = await createFaceVerifier({ ...OPTIONS, worker });
    const ada = await load('ada-front.jpg');
    expect((await verifier.verify(ada, ada)).result).toMatchObject({ outcome: 'match' });
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.memory().numTensors).toBe(numTensors);
    // Inside the user's tidy, with the verifier at work.
    const capturing = verifier.capture(ada);
    const slope = tf.tidy(() => tf.grad((x: tf.Tensor) => tf.sum(tf.square(x)))(weight));
    expect([...(await slope.data())]).toEqual([2, 4, 6]);
    expect(await capturing).toMatchObject({ outcome: 'captured' });
    verifier.dispose();
    expect([...(await weight.data())]).toEqual([1, 2, 3]);
    expect(tf.getBackend()).toBe('cpu');
    tf.dispose([slope, weight]);
  });

  test('are disposed of twice, while running, and while loading by an abort', async () => {
    const verifier = await createFaceVerifier({ ...OPTIONS, worker });
    const call = verifier.capture(await load('ada-front.jpg'));
    verifier.dispose();
    verifier.dispose();
    await expect(call).rejects.toMatchObject({ code: 'disposed' });
    expect(() => verifier.compare({} as never, {} as never)).toThrow(expect.objectContaining({ code: 'disposed' }));
    for (const stage of ['backend', 'detector', 'points', 'embedder', 'warm-up']) {
      const abort = new AbortController();
      const loading = createFaceVerifier({
        ...OPTIONS,
        worker,
        signal: abort.signal,
        onProgress: (progress) => progress.stage === stage && abort.abort(new Error('The visitor left.')),
      });
      await expect(loading, stage).rejects.toMatchObject({ code: 'aborted', cause: { message: 'The visitor left.' } });
    }
  });
});

test.for([true, false])('an abort ends the request for the detector’s 11 MB, with a worker: %s', async (worker) => {
  await caches.delete('face-verify');
  const abort = new AbortController();
  let bytes = 0;
  const loading = createFaceVerifier({
    ...OPTIONS,
    worker,
    signal: abort.signal,
    onProgress: (progress) => {
      bytes = progress.bytes;
      // Of whatever stage: everything is asked for at once.
      if (bytes > 1_000_000) abort.abort();
    },
  });
  await expect(loading).rejects.toMatchObject({ code: 'aborted' });
  expect(bytes).toBeLessThan(11_000_000);
  // Nothing was kept of it, and the next load is whole.
  const verifier = await createFaceVerifier({ ...OPTIONS, worker });
  expect(await outcome(verifier, 'ada-front.jpg')).toBe('captured');
  verifier.dispose();
});

describe('where a worker cannot be', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const forbidden = class {
    constructor() {
      throw new DOMException('Refused.', 'SecurityError');
    }
  };
  /** As where the page's policy forbids the script. */
  const failing = class extends Worker {
    constructor() {
      super('/drawn/nowhere.js');
    }
  };

  test.for([
    ['there are none', undefined],
    ['the page may start none', forbidden],
    ['its script does not run', failing],
  ])('since %s, the engine runs on the page’s thread, and says why', async ([, Worker]) => {
    vi.stubGlobal('Worker', Worker);
    const verifier = await createFaceVerifier(OPTIONS);
    expect(verifier.engine).toMatchObject({ requested: 'auto', runsIn: 'this-thread' });
    expect(verifier.engine.reason).toMatch(/worker/i);
    expect(await outcome(verifier, 'ada-front.jpg')).toBe('captured');
    verifier.dispose();
    await expect(createFaceVerifier({ ...OPTIONS, worker: true })).rejects.toMatchObject({
      code: 'backend-unavailable',
      details: { missing: 'worker' },
    });
  });

  test('since WebGL is only in pages, the engine runs there', async () => {
    vi.spyOn(OffscreenCanvas.prototype, 'getContext').mockReturnValueOnce(null).mockReturnValueOnce(null);
    const verifier = await createFaceVerifier(OPTIONS);
    expect(verifier.engine).toMatchObject({ runsIn: 'this-thread', reason: expect.stringContaining('WebGL') });
    expect(verifier.detector.running).toBe('mediapipe');
    verifier.dispose();
  });
});

test('a page in place of the engine is told with its address, its status and its type', async () => {
  const { fetch } = globalThis;
  vi.spyOn(globalThis, 'fetch').mockImplementation((address, init) =>
    fetch(String(address).endsWith('/engine.js') ? '/faulty/page/a.bin' : address, init),
  );
  for (const worker of [true, false, 'auto'] as const) {
    const error = await createFaceVerifier({ ...OPTIONS, worker }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'asset-unavailable',
      details: { file: 'engine.js', status: 200, contentType: expect.stringContaining('text/html') },
    });
    expect(String(error)).toContain('/drawn/engine.js');
  }
  vi.restoreAllMocks();
});
