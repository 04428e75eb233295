import { expectNoTensorLeak } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLocalVerifier } from '../testing/create-local-verifier.ts';
import { refuseOwnKernels } from '../testing/refuse-own-kernels.ts';
import type { CaptureResult, FaceVerifier, ImageSource } from './api.ts';

const WITH_THRESHOLD = { assets: '/drawn/', model: 'with-threshold', backend: 'wasm' } as const;

let ada: Blob;
let nobody: Blob;
let adaBitmap: ImageBitmap;

beforeAll(async () => {
  const load = async (file: string) => (await fetch(`/rendered/${file}`)).blob();
  ada = await load('ada-front.jpg');
  nobody = await load('nobody.jpg');
  adaBitmap = await createImageBitmap(ada);
});
afterEach(() => vi.restoreAllMocks());

const sizeOf = ({ image }: CaptureResult) => `${image.widthPx}×${image.heightPx}`;
const outcomeOf = (capture: CaptureResult) => (capture.outcome === 'captured' ? 'captured' : capture.reason);

describe('a source', () => {
  let verifier: FaceVerifier;

  beforeAll(async () => {
    verifier = await createLocalVerifier(WITH_THRESHOLD);
  });
  afterAll(() => verifier.dispose());

  /** Ada on a canvas of one's own, and what wipes her off. */
  function adaOn(canvas: HTMLCanvasElement | OffscreenCanvas) {
    Object.assign(canvas, { width: 480, height: 480 });
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(adaBitmap, 0, 0);
    const wipe = () => context.fillRect(0, 0, 480, 480);
    return { canvas, context, wipe };
  }

  test.for([
    ['a canvas', () => adaOn(document.createElement('canvas'))],
    ['an OffscreenCanvas', () => adaOn(new OffscreenCanvas(1, 1))],
  ] as const)('%s is read at the call, as probe and as reference', async ([, create]) => {
    const { canvas, wipe } = create();
    const calls = [verifier.capture(ada), verifier.verify(canvas, canvas), verifier.enrol([ada, canvas])] as const;
    wipe();
    const [, { probe, reference }, { captures }] = await Promise.all(calls);
    expect([probe, reference, ...captures].map(outcomeOf)).toEqual(['captured', 'captured', 'captured', 'captured']);
    expect(outcomeOf(await verifier.capture(canvas))).toBe('no-face');
  });

  test('image data is read at the call', async () => {
    const pixels = adaOn(new OffscreenCanvas(1, 1)).context.getImageData(0, 0, 480, 480);
    const report = verifier.verify(ada, pixels);
    pixels.data.fill(0);
    expect(outcomeOf((await report).reference)).toBe('captured');
  });

  test('a video is read at the call', async () => {
    const { canvas, wipe } = adaOn(document.createElement('canvas'));
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = (canvas as HTMLCanvasElement).captureStream();
    await video.play();
    const report = verifier.verify(ada, video);
    wipe();
    const wiped = verifier.capture(canvas);
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    expect(outcomeOf((await report).reference)).toBe('captured');
    expect(outcomeOf(await wiped)).toBe('no-face');
  });

  test('one source twice enrols nobody: it would only agree with itself', async () => {
    const video = document.createElement('video');
    for (const sources of [
      [video, video],
      [ada, nobody, ada],
    ]) {
      await expect(verifier.enrol(sources)).rejects.toMatchObject({ code: 'option-invalid' });
    }
  });

  test.for([
    ['a FileList', new DataTransfer().files],
    ['one file', new File([], 'empty')],
    ['nothing', undefined],
  ] as const)('%s in place of an array enrols nobody, and says what to hand over', async ([, sources]) => {
    // @ts-expect-error no array
    await expect(verifier.enrol(sources)).rejects.toMatchObject({
      code: 'option-invalid',
      message: expect.stringContaining('Array.from'),
    });
  });

  test('an <img> is the one that it showed at the call', async () => {
    const image = new Image();
    image.src = '/rendered/ada-front.jpg';
    await image.decode();
    const report = verifier.verify(ada, image);
    image.src = '/rendered/nobody.jpg';
    expect(outcomeOf((await report).reference)).toBe('captured');
  });

  test.for(['1x', '2x', '4x'])('an <img> of density %s has the pixels of its file', async (density) => {
    const image = new Image();
    image.srcset = `/rendered/ada-front.jpg ${density}`;
    await image.decode();
    expect(sizeOf(await verifier.capture(image))).toBe('480×480');
  });

  test('an <img> that shows what its address no longer leads to is captured', async () => {
    const image = new Image();
    image.src = URL.createObjectURL(ada);
    await image.decode();
    URL.revokeObjectURL(image.src);
    expect(sizeOf(await verifier.capture(image))).toBe('480×480');
  });

  test('an <img> that is shown is not asked for again', async () => {
    const address = `/rendered/ada-turned.jpg?${crypto.randomUUID()}`;
    const image = new Image();
    image.src = address;
    await image.decode();
    await verifier.capture(image);
    expect(await (await fetch(`/requests${address}`)).json()).toBe(1);
  });

  function lazyImage(address: string): HTMLImageElement {
    const image = Object.assign(document.createElement('img'), { loading: 'lazy', src: address });
    image.style.display = 'none';
    document.body.append(image);
    return image;
  }

  test('a lazy <img> that is not in sight is loaded', async () => {
    expect(sizeOf(await verifier.capture(lazyImage('/rendered/ada-front.jpg?lazy')))).toBe('480×480');
  });

  test('an <img> without a picture is image-empty', async () => {
    await expect(verifier.capture(new Image())).rejects.toMatchObject({ code: 'image-empty' });
  });

  describe('that never arrives', () => {
    const never = () => lazyImage('/never/answers.jpg');

    test('holds up nobody else', async () => {
      const abort = new AbortController();
      const stuck = verifier.capture(never(), { signal: abort.signal });
      expect(outcomeOf(await verifier.capture(ada))).toBe('captured');
      abort.abort();
      await expect(stuck).rejects.toMatchObject({ code: 'aborted' });
    });

    test('is given up after the limit', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const stuck = expect(verifier.verify(ada, never())).rejects.toMatchObject({
        code: 'image-unreadable',
        message: expect.stringContaining('30 s'),
      });
      await vi.advanceTimersByTimeAsync(30_000);
      await stuck;
      vi.useRealTimers();
    });

    test('in its turn is given up after the limit too, and then the next call answers', async () => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const file = new Blob(['x']);
      file.arrayBuffer = () => new Promise(() => {});
      const stuck = expect(verifier.capture(file)).rejects.toMatchObject({ code: 'image-unreadable' });
      const next = verifier.capture(ada);
      await vi.advanceTimersByTimeAsync(30_000);
      await stuck;
      vi.useRealTimers();
      expect(outcomeOf(await next)).toBe('captured');
    });

    test('ends with the verifier', async () => {
      const other = await createLocalVerifier(WITH_THRESHOLD);
      const calls = [other.capture(never()), other.capture(ada), other.verify(never(), never())];
      other.dispose();
      for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'disposed' });
    });
  });

  test('a call that is aborted while it waits for its turn never starts', async () => {
    const abort = new AbortController();
    const decode = vi.spyOn(globalThis, 'createImageBitmap');
    const first = verifier.capture(ada);
    const second = verifier.capture(nobody, { signal: abort.signal });
    abort.abort();
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    await first;
    await verifier.capture(ada);
    expect(decode.mock.calls.map(([source]) => source)).toEqual([ada, ada]);
  });
});

describe('what was taken of a canvas is closed', () => {
  const canvas = new OffscreenCanvas(20, 20);
  canvas.getContext('2d');

  test.for([
    ['another source is none', (verifier: FaceVerifier) => verifier.verify(canvas, 'no photograph')],
    [
      'the call is aborted before its turn',
      (verifier: FaceVerifier) => {
        const abort = new AbortController();
        verifier.capture(ada).catch(() => undefined);
        const call = verifier.verify(canvas, canvas, { signal: abort.signal });
        abort.abort();
        return call;
      },
    ],
    [
      'the verifier is disposed of',
      (verifier: FaceVerifier) => {
        const call = verifier.verify(canvas, canvas);
        verifier.dispose();
        return call;
      },
    ],
  ] as const)('where %s', async ([, call]) => {
    const verifier = await createLocalVerifier(WITH_THRESHOLD);
    onTestFinished(() => verifier.dispose());
    const taken: ImageBitmap[] = [];
    const { transferToImageBitmap } = OffscreenCanvas.prototype;
    vi.spyOn(OffscreenCanvas.prototype, 'transferToImageBitmap').mockImplementation(function (this: OffscreenCanvas) {
      const bitmap = Reflect.apply(transferToImageBitmap, this, []);
      taken.push(bitmap);
      return bitmap;
    });
    await expect(call(verifier)).rejects.toMatchObject({ code: expect.any(String) });
    expect(taken.length).toBeGreaterThan(0);
    // One that is closed has no size.
    expect(taken.map(({ width }) => width)).toEqual(taken.map(() => 0));
  });
});

describe('a verification', () => {
  /** Calls `end` when the n-th wait of what follows begins, until mocks are restored. @returns how many have begun */
  function endAtWait(n: number, end: () => void): () => number {
    let waits = 0;
    const count = <Wait>(wait: Wait): Wait => {
      if (waits++ === n) end();
      return wait;
    };
    const { data } = tf.Tensor.prototype;
    vi.spyOn(tf.Tensor.prototype, 'data').mockImplementation(function (this: tf.Tensor) {
      return count(Reflect.apply(data, this, []));
    });
    const { fetch } = globalThis;
    vi.spyOn(globalThis, 'fetch').mockImplementation((...request) => count(fetch(...request)));
    const { blob } = Response.prototype;
    vi.spyOn(Response.prototype, 'blob').mockImplementation(function (this: Response) {
      return count(Reflect.apply(blob, this, []));
    });
    const { arrayBuffer } = Blob.prototype;
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(function (this: Blob) {
      return count(Reflect.apply(arrayBuffer, this, []));
    });
    const { createImageBitmap } = globalThis;
    vi.spyOn(globalThis, 'createImageBitmap').mockImplementation((blob: ImageBitmapSource) =>
      count(createImageBitmap(blob)),
    );
    const { decode } = HTMLImageElement.prototype;
    vi.spyOn(HTMLImageElement.prototype, 'decode').mockImplementation(function (this: HTMLImageElement) {
      return count(Reflect.apply(decode, this, []));
    });
    return () => waits;
  }

  /** An `<img>` whose file the page may not read any more. */
  async function revokedImage(): Promise<HTMLImageElement> {
    const image = Object.assign(new Image(), { src: URL.createObjectURL(ada) });
    await image.decode();
    URL.revokeObjectURL(image.src);
    return image;
  }

  /** Ends a verification at its n-th wait. @returns false where there are fewer waits */
  async function verifyUntilWait(
    n: number,
    verifier: FaceVerifier,
    [probe, reference]: readonly [ImageSource, ImageSource],
    end: 'disposed' | 'aborted',
  ): Promise<boolean> {
    const abort = new AbortController();
    const waits = endAtWait(n, () => (end === 'disposed' ? verifier.dispose() : abort.abort()));
    const code = await verifier.verify(probe, reference, { signal: abort.signal }).then(
      () => 'answered',
      (error: { code: string }) => error.code,
    );
    vi.restoreAllMocks();
    const isEnded = waits() > n;
    expect(code, `${end} at wait ${n}`).toBe(isEnded ? end : 'answered');
    return isEnded;
  }

  describe.for([
    // File and image, two looks for points, one for the embedding; twice. Networks are waited for only where
    // TensorFlow.js computes them.
    ['files', async () => [ada, ada] as const, 10],
    // To fetch, get and know the file as well; and to be refused it, load an element and take it from the page's own.
    [
      'images',
      async () => [Object.assign(new Image(), { src: '/rendered/ada-front.jpg' }), await revokedImage()] as const,
      14,
    ],
  ] as const)('of %s', ([, pair, count]) => {
    test('is disposed at every wait, and leaves nothing', { timeout: 120_000 }, async () => {
      let waits = 0;
      const isDisposed = async () => {
        refuseOwnKernels();
        const verifier = await createLocalVerifier(WITH_THRESHOLD);
        const isEnded = await verifyUntilWait(waits, verifier, await pair(), 'disposed');
        verifier.dispose();
        return isEnded;
      };
      while (await expectNoTensorLeak(isDisposed)) waits++;
      expect(waits).toBe(count);
    });

    test('is aborted at every wait, leaves nothing, and the next call answers', { timeout: 120_000 }, async () => {
      refuseOwnKernels();
      const verifier = await createLocalVerifier(WITH_THRESHOLD);
      onTestFinished(() => verifier.dispose());
      // What is made once, for all calls.
      await verifier.capture(ada);
      let waits = 0;
      const isAborted = async () => {
        const isEnded = await verifyUntilWait(waits, verifier, await pair(), 'aborted');
        expect(outcomeOf(await verifier.capture(ada)), `after an abort at wait ${waits}`).toBe('captured');
        return isEnded;
      };
      while (await expectNoTensorLeak(isAborted)) waits++;
      expect(waits).toBe(count);
    });
  });

  test('is disposed while a new detector takes the place of a blind one', async () => {
    await expectNoTensorLeak(async () => {
      const verifier = await createLocalVerifier(WITH_THRESHOLD);
      vi.spyOn(WebGL2RenderingContext.prototype, 'isContextLost').mockReturnValue(true);
      const { instantiate } = WebAssembly;
      vi.spyOn(WebAssembly, 'instantiate').mockImplementation((...module) => {
        verifier.dispose();
        return Reflect.apply(instantiate, WebAssembly, module);
      });
      const call = verifier.verify(ada, ada);
      await expect(call).rejects.toMatchObject({ code: 'disposed' });
    });
  });
});

test('two verifiers that start at the same time see the same', async () => {
  const verifiers = await Promise.all([createLocalVerifier(WITH_THRESHOLD), createLocalVerifier(WITH_THRESHOLD)]);
  const [first, second] = await Promise.all(verifiers.map((verifier) => verifier.capture(ada)));
  expect(first).toMatchObject({ outcome: 'captured' });
  expect(second).toMatchObject({ ...first, timings: expect.anything() });
  for (const verifier of verifiers) verifier.dispose();
});
