import { FaceVerifyError, type RgbaImage, toFaceVerifyError } from '@face-verify/core';
import type { ImageSource } from '../api.ts';
import type { CallScope } from '../call-scope.ts';
import { withinLimit } from '../within-limit.ts';
import { decodeFile } from './decode-file.ts';
import { type Drawable, draw } from './draw-image.ts';
import { SOURCE_LIMIT_MS } from './image-limits.ts';
import { loadImageElement } from './load-image-element.ts';
import { notASource } from './not-a-source.ts';

/** What a call was given, as it was at the call, whatever becomes of the canvas or the video until its turn. */
export interface HeldSource {
  /** Settles when the photograph has arrived, where it has to be waited for; it rejects as {@link decode} does. */
  readonly arrival?: Promise<unknown>;
  /** Milliseconds that were spent at the call. */
  readonly heldMs: number;
  /** @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, or why the call is over */
  decode(): Promise<RgbaImage>;
}

/** What one kind of source is held by. */
interface Hold {
  readonly arrival?: Promise<unknown>;
  decode(): RgbaImage | Promise<RgbaImage>;
}

/**
 * By the name that each object has in every window and frame, where `instanceof` would know those of this one only.
 * What only claims such a name fails when it is used.
 */
const HOLDS: Readonly<Record<string, (source: never) => Hold>> = {
  String: (address: string) => arriving(fetchAddress(address), decodeFile),
  Blob: (blob: Blob) => ({ decode: () => decodeFile(blob) }),
  File: (file: File) => ({ decode: () => decodeFile(file) }),
  HTMLImageElement: (image: HTMLImageElement) => arriving(loadImageElement(image), (read) => read()),
  // Images that stay what they are, and may be large: they are read when they are needed.
  ImageBitmap: (bitmap: ImageBitmap) => ({ decode: () => draw(sized(bitmap, bitmap.width, bitmap.height)) }),
  VideoFrame: (frame: VideoFrame) => ({ decode: () => draw(sized(frame, frame.displayWidth, frame.displayHeight)) }),
  // Images that change.
  ImageData: (pixels: ImageData) => taken(canvasOf(pixels)),
  HTMLCanvasElement: (canvas: HTMLCanvasElement) => taken(sized(canvas, canvas.width, canvas.height)),
  OffscreenCanvas: (canvas: OffscreenCanvas) => taken(sized(canvas, canvas.width, canvas.height)),
  HTMLVideoElement: (video: HTMLVideoElement) => taken(currentFrame(video)),
};

/**
 * Takes the pixels of what can change, and begins to load what has to arrive.
 *
 * @param scope - of the call; ends every wait, as {@link SOURCE_LIMIT_MS} does
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`
 */
export function holdSource(source: ImageSource, scope: CallScope): HeldSource {
  const start = performance.now();
  // `[object File]` is a File.
  const kind = Object.prototype.toString.call(source).slice(8, -1);
  if (!Object.hasOwn(HOLDS, kind)) throw notASource(kind);
  const coded = (error: unknown) => {
    throw toFaceVerifyError(error, 'image-unreadable');
  };
  const ending = <Result>(wait: Promise<Result>) => scope.orOver(orGivenUp(wait)).catch(coded);
  try {
    const hold = (HOLDS[kind] as (source: ImageSource) => Hold)(source);
    const arrival = hold.arrival && ending(hold.arrival);
    // Whoever decodes is told; nobody does where another source of the call fails.
    arrival?.catch(() => undefined);
    return {
      ...(arrival && { arrival }),
      heldMs: performance.now() - start,
      decode: () => ending((async () => hold.decode())()),
    };
  } catch (error) {
    return coded(error);
  }
}

function arriving<Arrived>(arrival: Promise<Arrived>, decode: (arrived: Arrived) => RgbaImage | Promise<RgbaImage>) {
  return { arrival, decode: async () => decode(await arrival) };
}

function taken(drawable: Drawable): Hold {
  const image = draw(drawable);
  return { decode: () => image };
}

function sized(image: CanvasImageSource, widthPx: number, heightPx: number): Drawable {
  return { image, widthPx, heightPx };
}

function canvasOf(pixels: ImageData): Drawable {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return sized(canvas, pixels.width, pixels.height);
}

function currentFrame(video: HTMLVideoElement): Drawable {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
    throw new FaceVerifyError('image-empty', 'The video shows no frame yet.');
  }
  return sized(video, video.videoWidth, video.videoHeight);
}

/** Only addresses that hold their photograph themselves: whoever hands over a photograph asks for no request. */
async function fetchAddress(address: string): Promise<Blob> {
  if (!/^(data|blob):/i.test(address)) throw notASource('String');
  const response = await fetch(address).catch((cause: unknown) => {
    const message =
      'The data: or blob: address could not be read: it was revoked, or the page’s content security policy (connect-src) forbids it. Hand over the Blob itself.';
    throw new FaceVerifyError('image-unreadable', message, { cause });
  });
  return response.blob();
}

/** @throws {FaceVerifyError} `image-unreadable` where it takes longer than {@link SOURCE_LIMIT_MS} */
function orGivenUp<Result>(wait: Promise<Result>): Promise<Result> {
  return withinLimit(wait, SOURCE_LIMIT_MS, () => {
    const message = `The photograph could not be had within ${SOURCE_LIMIT_MS / 1000} s: its server or its disk does not answer, or its <img> has a srcset, is lazy and out of sight.`;
    return new FaceVerifyError('image-unreadable', message);
  });
}
