import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { ImageSource } from '../api.ts';
import type { CallScope } from '../call-scope.ts';
import type { EngineFrame } from '../engine/face-engine.ts';
import { type Drawable, snapshot } from './draw-image.ts';
import { loadImageElement } from './load-image-element.ts';
import { notASource } from './not-a-source.ts';
import { withinSourceLimit } from './within-source-limit.ts';

/** What a call was given, as it was at the call, whatever becomes of the canvas or the video until its turn. */
export interface HeldSource {
  /** Settles when the photograph has arrived, where it has to be waited for; it rejects as {@link frame} does. */
  readonly arrival?: Promise<unknown>;
  /** Milliseconds that were spent at the call. */
  readonly heldMs: number;
  /**
   * What an engine decodes. It is the caller's, who asks for it once.
   *
   * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, or why the call is over
   */
  frame(): Promise<EngineFrame>;
  /** Closes what was taken at the call, unless it was asked for. */
  release(): void;
}

/** What one kind of source is held by. */
interface Hold {
  readonly arrival?: Promise<unknown>;
  frame(): EngineFrame | Promise<EngineFrame>;
  release?(): void;
}

/**
 * By the name that each object has in every window and frame, where `instanceof` would know those of this one only.
 * What only claims such a name fails when it is used.
 */
const HOLDS: Readonly<Record<string, (source: never) => Hold>> = {
  String: (address: string) => arriving(fetchAddress(address), (blob) => blob),
  Blob: (blob: Blob) => ({ frame: () => trueBlob(blob) }),
  File: (file: File) => ({ frame: () => trueBlob(file) }),
  HTMLImageElement: (image: HTMLImageElement) => arriving(loadImageElement(image), (take) => take()),
  // Images that stay what they are, and may be large: they are read when they are needed.
  ImageBitmap: (bitmap: ImageBitmap) => ({ frame: () => snapshot(sized(bitmap, bitmap.width, bitmap.height)) }),
  VideoFrame: (frame: VideoFrame) => ({ frame: () => snapshot(sized(frame, frame.displayWidth, frame.displayHeight)) }),
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
  const ending = <Result>(wait: Promise<Result>) => scope.orOver(withinSourceLimit(wait)).catch(coded);
  try {
    const hold = (HOLDS[kind] as (source: ImageSource) => Hold)(source);
    const arrival = hold.arrival && ending(hold.arrival);
    // Whoever decodes is told; nobody does where another source of the call fails.
    arrival?.catch(() => undefined);
    let isAsked = false;
    return {
      ...(arrival && { arrival }),
      heldMs: performance.now() - start,
      frame: () => {
        isAsked = true;
        return ending((async () => hold.frame())());
      },
      release: () => {
        if (!isAsked) hold.release?.();
      },
    };
  } catch (error) {
    return coded(error);
  }
}

function arriving<Arrived>(arrival: Promise<Arrived>, take: (arrived: Arrived) => EngineFrame): Hold {
  return { arrival, frame: async () => take(await arrival) };
}

function taken(drawable: Drawable): Hold {
  const frame = snapshot(drawable);
  return { frame: () => frame, release: () => frame.close() };
}

/** @throws {TypeError} where it only claims to be one */
function trueBlob(blob: Blob): Blob {
  Reflect.get(Blob.prototype, 'size', blob);
  return blob;
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
