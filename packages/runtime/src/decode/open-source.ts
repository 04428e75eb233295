import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { ImageSource } from '../api.ts';
import { MAX_FILE_BYTES } from './image-limits.ts';
import { assertSize, inspectFile } from './inspect-file.ts';
import { notASource } from './not-a-source.ts';

/** Something that a canvas can draw, upright. */
export interface OpenedSource {
  readonly drawable: CanvasImageSource;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Frees the pixels, where they were decoded here. */
  release(): void;
}

/**
 * Decodes a file, or looks at what has been decoded already.
 *
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`
 */
export async function openSource(source: ImageSource): Promise<OpenedSource> {
  const opened = await open(source);
  try {
    assertSize(opened.widthPx, opened.heightPx);
  } catch (error) {
    opened.release();
    throw error;
  }
  return opened;
}

/**
 * By the name that each object has in every window and frame, where `instanceof` would know those of this one only.
 * What only claims such a name fails when it is used.
 */
const OPENERS: Readonly<Record<string, (source: never) => Promise<OpenedSource>>> = {
  String: async (address: string) => fromBitmap(await decodeFile(await fetchAddress(address))),
  Blob: async (blob: Blob) => fromBitmap(await decodeFile(blob)),
  File: async (file: File) => fromBitmap(await decodeFile(file)),
  ImageData: async (pixels: ImageData) => fromBitmap(await createImageBitmap(pixels)),
  ImageBitmap: async (bitmap: ImageBitmap) => borrowed(bitmap, bitmap.width, bitmap.height),
  VideoFrame: async (frame: VideoFrame) => borrowed(frame, frame.displayWidth, frame.displayHeight),
  HTMLCanvasElement: async (canvas: HTMLCanvasElement) => borrowed(canvas, canvas.width, canvas.height),
  OffscreenCanvas: async (canvas: OffscreenCanvas) => borrowed(canvas, canvas.width, canvas.height),
  HTMLVideoElement: fromVideo,
  HTMLImageElement: fromImageElement,
};

async function open(source: ImageSource): Promise<OpenedSource> {
  // `[object File]` is a File.
  const kind = Object.prototype.toString.call(source).slice(8, -1);
  if (!Object.hasOwn(OPENERS, kind)) throw notASource(kind);
  try {
    return await (OPENERS[kind] as (source: ImageSource) => Promise<OpenedSource>)(source);
  } catch (error) {
    throw toFaceVerifyError(error, 'image-unreadable');
  }
}

/** Only addresses that hold their picture themselves: whoever hands over a photograph asks for no request. */
async function fetchAddress(address: string): Promise<Blob> {
  if (!/^(data|blob):/i.test(address)) throw notASource('String');
  const response = await fetch(address).catch((cause: unknown) => {
    const message =
      'The data: or blob: address could not be read: it was revoked, or the page’s content security policy (connect-src) forbids it. Hand over the Blob itself.';
    throw new FaceVerifyError('image-unreadable', message, { cause });
  });
  return response.blob();
}

async function decodeFile(file: Blob): Promise<ImageBitmap> {
  if (file.size > MAX_FILE_BYTES) {
    throw new FaceVerifyError(
      'image-too-large',
      `The file has ${Math.round(file.size / 2 ** 20)} MiB; at most ${MAX_FILE_BYTES / 2 ** 20} can be used.`,
    );
  }
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    // A file that was moved or deleted since it was picked.
    throw new FaceVerifyError('image-unreadable', 'The file could not be read.', { cause });
  });
  const type = inspectFile(new Uint8Array(bytes));
  try {
    // Unlike an <img>, this also refuses files of other kinds that were cut off.
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    const message =
      type === 'heic'
        ? 'This browser cannot read HEIC photographs; save it as a JPEG.'
        : 'The file is damaged, or of a kind that this browser cannot read.';
    throw new FaceVerifyError('image-unreadable', message, { details: { type }, cause });
  }
}

function fromBitmap(bitmap: ImageBitmap): OpenedSource {
  const { width: widthPx, height: heightPx } = bitmap;
  return { drawable: bitmap, widthPx, heightPx, release: () => bitmap.close() };
}

async function fromVideo(video: HTMLVideoElement): Promise<OpenedSource> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
    throw new FaceVerifyError('image-empty', 'The video shows no frame yet.');
  }
  return borrowed(video, video.videoWidth, video.videoHeight);
}

async function fromImageElement(image: HTMLImageElement): Promise<OpenedSource> {
  await image.decode();
  return borrowed(image, image.naturalWidth, image.naturalHeight);
}

function borrowed(drawable: CanvasImageSource, widthPx: number, heightPx: number): OpenedSource {
  return { drawable, widthPx, heightPx, release: () => undefined };
}
