import { PREPROCESSING_VERSION, templateCodec } from '@face-verify/core';
import { expectNoTensorLeak, FIXTURE_PHOTOGRAPHS } from '@face-verify/testkit';
import { FaceDetector as MediaPipeDetector } from '@mediapipe/tasks-vision';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLocalVerifier } from '../testing/create-local-verifier.ts';
import { refuseOwnKernels } from '../testing/refuse-own-kernels.ts';
import type { CaptureResult, FaceVerifier, FaceVerifierOptions, LoadProgress } from './api.ts';
import { DETECTOR_MODEL_SHA256 } from './assets/asset-paths.ts';

const DRAWN = { assets: '/drawn/', model: 'drawn' } as const satisfies FaceVerifierOptions;
const WITH_THRESHOLD = { ...DRAWN, model: 'with-threshold' } as const;

async function load(file: string): Promise<Blob> {
  return (await fetch(`/rendered/${file}`)).blob();
}

describe('a verifier', () => {
  let verifier: FaceVerifier;
  let ada: Blob;
  let bruno: Blob;
  let pair: Blob;
  let nobody: Blob;

  beforeAll(async () => {
    verifier = await createLocalVerifier(WITH_THRESHOLD);
    ada = await load('ada-front.jpg');
    bruno = await load('bruno-front.jpg');
    pair = await load('ada-and-bruno.jpg');
    nobody = await load('nobody.jpg');
  });
  afterAll(() => verifier.dispose());

  test.for(FIXTURE_PHOTOGRAPHS.filter(({ people }) => people.length === 1))(
    'captures the face in $file',
    async ({ file }) => {
      const capture = await verifier.capture(await load(file));
      expect(capture).toMatchObject({
        outcome: 'captured',
        image: { widthPx: 480, heightPx: 480 },
        aligned: { image: { widthPx: 112, heightPx: 112, channels: 3 } },
      });
      if (capture.outcome !== 'captured') return;
      expect(capture.embedding.vector).toHaveLength(128);
      expect(Math.hypot(...capture.embedding.vector)).toBeCloseTo(1, 5);
      for (const [stage, time] of Object.entries(capture.timings)) expect(time, stage).toBeGreaterThanOrEqual(0);
    },
  );

  test('gives the same embedding for the same photograph', async () => {
    const [first, second] = [await verifier.capture(ada), await verifier.capture(ada)];
    expect(first).toMatchObject({ outcome: 'captured' });
    expect(second).toMatchObject({ ...first, timings: expect.anything() });
  });

  test('finds a photograph to match itself', async () => {
    const { result, backend } = await verifier.verify(ada, ada);
    expect(result).toMatchObject({ outcome: 'match', threshold: { fmr: 0.001, basis: 'measured' } });
    expect(result.outcome === 'match' && result.similarity).toBeCloseTo(1, 5);
    expect(backend).toEqual(verifier.backend);
  });

  test('decides one call at a threshold of its own', async () => {
    const own = { threshold: { similarity: 0.75 } } as const;
    const decided = { outcome: 'match', threshold: { similarity: 0.75, fmr: 0.001, basis: 'upper-bound' } };
    const { result, probe, reference } = await verifier.verify(ada, ada, own);
    expect(result).toMatchObject(decided);
    expect(verifier.compare(probe, reference, own)).toMatchObject(decided);
    expect(verifier.compare(probe, reference)).toMatchObject({ threshold: verifier.threshold });
    const unmeasured = { threshold: { fmr: 0.5 } };
    await expect(verifier.verify(ada, ada, unmeasured)).rejects.toMatchObject({ code: 'option-invalid' });
    expect(() => verifier.compare(probe, reference, unmeasured)).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });

  test('refuses a photograph without a face and one with two, and names the side', async () => {
    const withNobody = await verifier.verify(nobody, ada);
    expect(withNobody.result).toEqual({ outcome: 'inconclusive', reason: 'no-face', side: 'probe' });
    const withPair = await verifier.verify(ada, pair);
    expect(withPair.result).toEqual({ outcome: 'inconclusive', reason: 'multiple-faces', side: 'reference' });
    expect(withPair.reference).toMatchObject({ detections: [{}, {}] });
  });

  test('enrols several photographs of a person as one template, and none where most cannot be used', async () => {
    const turned = await load('ada-turned.jpg');
    const enrolled = await verifier.enrol([ada, nobody, turned]);
    expect(enrolled).toMatchObject({ outcome: 'enrolled', template: { faceCount: 2 }, dropped: [1] });
    expect(enrolled.captures).toMatchObject([{}, { reason: 'no-face' }, {}]);
    const refused = await verifier.enrol([ada, nobody, pair]);
    expect(refused).toMatchObject({ outcome: 'inconclusive', reason: 'no-face' });
    expect(refused).not.toHaveProperty('template');
    expect(refused.captures).toHaveLength(3);
    await expect(verifier.enrol([])).rejects.toMatchObject({ code: 'embedding-invalid' });
  });

  test('enrols a face and its mirror image, so that either is as much like the template', async () => {
    const enrolled = await verifier.enrol([ada]);
    const capture = await verifier.capture(ada);
    const bitmap = await createImageBitmap(ada);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.scale(-1, 1);
    context.drawImage(bitmap, -bitmap.width, 0);
    const mirrored = await verifier.capture(canvas);
    if (enrolled.outcome !== 'enrolled') throw new Error('Ada was not seen.');
    const similarity = (probe: CaptureResult) => {
      const result = verifier.compare(probe, enrolled.template);
      return 'similarity' in result ? result.similarity : Number.NaN;
    };
    expect(enrolled.template.faceCount).toBe(1);
    // The mirrored photograph is detected and cut out anew.
    expect(Math.abs(similarity(capture) - similarity(mirrored))).toBeLessThan(0.02);
    expect(similarity(capture)).toBeLessThan(1);
  });

  test('compares captures, templates and embeddings, from storage too, of its own model only', async () => {
    const capture = await verifier.capture(ada);
    const enrolled = await verifier.enrol([ada]);
    if (enrolled.outcome !== 'enrolled' || capture.outcome !== 'captured') throw new Error('Ada was not seen.');
    const { template } = enrolled;
    const stored = templateCodec.decode(JSON.parse(JSON.stringify(templateCodec.encodeText(template))));
    for (const reference of [capture, capture.embedding, template, stored]) {
      expect(verifier.compare(capture, reference)).toMatchObject({ outcome: 'match' });
    }
    expect(verifier.compare(await verifier.capture(nobody), stored)).toMatchObject({
      reason: 'no-face',
      side: 'probe',
    });
    const asJson = JSON.parse(JSON.stringify(template));
    expect(() => verifier.compare(capture, asJson)).toThrow(expect.objectContaining({ code: 'embedding-invalid' }));
    const other = { ...template.embedding, contract: JSON.parse('"other"') };
    for (const reference of [capture, other]) {
      expect(() => verifier.compare(other, reference)).toThrow(expect.objectContaining({ code: 'contract-mismatch' }));
    }
  });

  test('says which detector, point network, preprocessing and embedder its embeddings come from', async () => {
    const points = await (await fetch('/drawn/models/face-points/card.json')).json();
    const digests = [verifier.card.weights.sha256, points.weights.sha256, DETECTOR_MODEL_SHA256];
    for (const part of ['with-threshold', PREPROCESSING_VERSION, ...digests.map((digest) => digest.slice(0, 16))]) {
      expect(verifier.contract).toContain(part);
    }
    expect(await verifier.capture(ada)).toMatchObject({ embedding: { contract: verifier.contract } });
  });

  test('runs calls that come together one after another', async () => {
    const together = await Promise.all([ada, nobody, bruno, ada].map((photograph) => verifier.capture(photograph)));
    const alone = [];
    for (const photograph of [ada, nobody, bruno, ada]) alone.push(await verifier.capture(photograph));
    expect(together).toMatchObject(alone.map((capture) => ({ ...capture, timings: expect.anything() })));
  });

  test('leaves no tensors behind, whatever comes of a call', async () => {
    await expectNoTensorLeak(async () => {
      await verifier.verify(ada, bruno);
      await verifier.verify(nobody, pair);
      await expect(verifier.capture(new Blob(['no image']))).rejects.toMatchObject({ code: 'image-unreadable' });
      const abort = new AbortController();
      const aborted = verifier.capture(ada, { signal: abort.signal });
      abort.abort();
      await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
      await verifier.capture(ada);
    });
  });

  test('says who aborted', async () => {
    const reason = new Error('The visitor left.');
    await expect(verifier.capture(ada, { signal: AbortSignal.abort(reason) })).rejects.toMatchObject({
      code: 'aborted',
      cause: reason,
    });
  });

  test('asks for nothing once it is loaded', async () => {
    performance.clearResourceTimings();
    await verifier.verify(ada, bruno);
    expect(performance.getEntriesByType('resource').map(({ name }) => name)).toEqual([]);
  });
});

describe('loading', () => {
  test('says where it stands, and on which backend it ended', async () => {
    const progress: LoadProgress[] = [];
    const verifier = await createLocalVerifier({ ...DRAWN, onProgress: (step) => progress.push(step) });
    expect([...new Set(progress.map(({ stage, done }) => `${stage} ${done}`))]).toEqual([
      'backend 0',
      'detector 1',
      'points 2',
      'embedder 3',
      'warm-up 4',
      'warm-up 5',
    ]);
    const read = progress.map(({ bytes }) => bytes);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    expect(new Set(progress.map(({ totalBytes }) => totalBytes)).size).toBe(1);
    expect(progress.at(-1)).toMatchObject({ bytes: progress[0]?.totalBytes });
    // The browser under test has a WebGPU adapter in software.
    expect(verifier.backend).toMatchObject({ requested: 'auto', running: 'wasm' });
    expect(verifier.backend.reason).toContain('processor');
    verifier.dispose();
  });

  test('of a model without thresholds gives a verifier that never decides', async () => {
    const verifier = await createLocalVerifier(DRAWN);
    const ada = await load('ada-front.jpg');
    const { result } = await verifier.verify(ada, ada);
    expect(result).toMatchObject({ outcome: 'inconclusive', reason: 'model-not-trained' });
    expect(result).not.toHaveProperty('similarity');
    verifier.dispose();
  });

  test.for([
    ['asset-corrupt', { model: 'one-bit-flipped' }],
    ['weights-corrupt', { model: 'other-golden' }],
    ['topology-mismatch', { model: 'other-topology' }],
    ['option-invalid', { model: 'none' }],
    ['asset-unavailable', { assets: '/nowhere' }],
    ['aborted', { signal: AbortSignal.abort() }],
  ] as const)('ends with %s for %s, and leaves no tensors', async ([code, options]) => {
    await expectNoTensorLeak(() =>
      expect(createLocalVerifier({ ...DRAWN, ...options })).rejects.toMatchObject({ code }),
    );
  });

  describe('that is aborted', () => {
    afterEach(() => vi.restoreAllMocks());
    const never = () => new Promise<never>(() => {});

    async function expectAbortedAt(step: () => void, options: FaceVerifierOptions = {}): Promise<void> {
      const abort = new AbortController();
      const loading = expect(createLocalVerifier({ ...DRAWN, ...options, signal: abort.signal })).rejects.toMatchObject(
        {
          code: 'aborted',
        },
      );
      await vi.waitFor(step, 20_000);
      abort.abort();
      await loading;
    }

    test('while the browser gives no adapter ends at once', async () => {
      const request = vi.spyOn(navigator.gpu, 'requestAdapter').mockImplementation(never);
      await expectAbortedAt(() => expect(request).toHaveBeenCalled());
    });

    test('while the detector starts ends at once, and closes the one that comes late', async () => {
      const create = vi.spyOn(MediaPipeDetector, 'createFromOptions');
      let arrive = () => {};
      const late = { detect: () => ({ detections: [] }), close: vi.fn<() => void>() };
      create.mockReturnValue(
        new Promise((resolve) => {
          arrive = () => resolve(late as unknown as MediaPipeDetector);
        }),
      );
      await expectAbortedAt(() => expect(create).toHaveBeenCalled());
      arrive();
      await vi.waitFor(() => expect(late.close).toHaveBeenCalledOnce());
    });

    test('while a golden input is computed ends at once, and closes the detector', async () => {
      refuseOwnKernels();
      const data = vi.spyOn(tf.Tensor.prototype, 'data').mockImplementation(never);
      const create = vi.spyOn(MediaPipeDetector, 'createFromOptions');
      const close = vi.spyOn(MediaPipeDetector.prototype, 'close');
      const bothStart = () => {
        expect(data).toHaveBeenCalled();
        expect(create).toHaveResolved();
      };
      await expectAbortedAt(bothStart, { backend: 'wasm' });
      await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    });
  });

  describe('in a browser that hides what a canvas shows', () => {
    afterEach(() => vi.restoreAllMocks());

    function reading(change: (value: number, index: number) => number): void {
      const { getImageData } = OffscreenCanvasRenderingContext2D.prototype;
      vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(function (
        this: OffscreenCanvasRenderingContext2D,
        ...area
      ) {
        const image = Reflect.apply(getImageData, this, area);
        return new ImageData(image.data.map(change), image.width, image.height);
      });
    }

    test.for([
      ['white', () => 255],
      ['nothing', () => 0],
      ['noise', (_: number, i: number) => (i * 7919) % 251],
    ] as const)('behind %s ends with a code that says so', async ([, change]) => {
      reading(change);
      await expect(createLocalVerifier(DRAWN)).rejects.toMatchObject({
        code: 'backend-unavailable',
        message: expect.stringContaining('privacy'),
      });
    });

    test('by WebGL only finds faces without it, and says so', async () => {
      vi.spyOn(WebGL2RenderingContext.prototype, 'readPixels').mockReturnValue(undefined);
      const verifier = await createLocalVerifier(DRAWN);
      expect(verifier.detector).toMatchObject({ running: 'light', reason: expect.stringMatching(/WebGL.*privacy/) });
      expect(await verifier.capture(await load('ada-front.jpg'))).toMatchObject({ outcome: 'captured' });
      verifier.dispose();
    });

    test('but only blurs its traces goes on', async () => {
      reading((value, i) => value ^ Number(i % 5 === 0));
      const verifier = await createLocalVerifier(DRAWN);
      expect(await verifier.capture(await load('ada-front.jpg'))).toMatchObject({ outcome: 'captured' });
      verifier.dispose();
    });
  });

  test('in a worker made of a Blob asks for an absolute address', async () => {
    const script = `import { createFaceVerifier } from '${new URL('./create-face-verifier.ts', import.meta.url).href}';
      createFaceVerifier({ assets: 'face-verify/' }).catch(({ code, message }) => postMessage({ code, message }));`;
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });
    const error = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
    });
    worker.terminate();
    expect(error).toMatchObject({ code: 'option-invalid', message: expect.stringContaining('absolute') });
  });

  test('in a service worker is refused with the way round', async () => {
    vi.stubGlobal('ServiceWorkerGlobalScope', class {});
    await expect(createLocalVerifier(DRAWN)).rejects.toMatchObject({
      code: 'backend-unavailable',
      message: expect.stringContaining('dedicated worker'),
    });
    vi.unstubAllGlobals();
  });

  test('refuses a false match rate that the model was not measured at', async () => {
    await expect(createLocalVerifier({ ...WITH_THRESHOLD, threshold: { fmr: 0.5 } })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });
});

describe('a verifier that was disposed of', () => {
  afterEach(() => vi.restoreAllMocks());

  test('has freed every tensor, and may be disposed of again', async () => {
    refuseOwnKernels();
    await expectNoTensorLeak(async () => {
      const verifier = await createLocalVerifier(DRAWN);
      expect(tf.memory().numTensors).toBeGreaterThan(0);
      verifier.dispose();
      verifier.dispose();
    });
  });

  test('refuses every call, waiting ones too', async () => {
    const verifier = await createLocalVerifier(DRAWN);
    const ada = await load('ada-front.jpg');
    const enrolled = await verifier.enrol([ada]);
    if (enrolled.outcome !== 'enrolled') throw new Error(enrolled.reason);
    const { embedding } = enrolled.template;
    const started = [verifier.capture(ada), verifier.verify(ada, ada)];
    verifier.dispose();
    const later = [verifier.capture(ada), verifier.verify(ada, ada), verifier.enrol([ada])];
    for (const call of [...started, ...later]) await expect(call).rejects.toMatchObject({ code: 'disposed' });
    expect(() => verifier.compare(embedding, embedding)).toThrow(expect.objectContaining({ code: 'disposed' }));
  });
});
