import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { ImageSource } from '../api.ts';
import { MAX_FILE_BYTES } from './image-limits.ts';
import { assertSize, inspectFile } from './inspect-file.ts';

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

async function open(source: ImageSource): Promise<OpenedSource> {
  if (source instanceof Blob) return fromBitmap(await decodeFile(source));
  if (source instanceof ImageData) return fromBitmap(await createImageBitmap(source));
  if ('videoWidth' in source) return fromVideo(source);
  if ('naturalWidth' in source) return fromImageElement(source);
  if (!('width' in source)) throw new FaceVerifyError('image-unreadable', 'This is nothing that holds a photograph.');
  return borrowed(source, source.width, source.height);
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

function fromVideo(video: HTMLVideoElement): OpenedSource {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
    throw new FaceVerifyError('image-empty', 'The video shows no frame yet.');
  }
  return borrowed(video, video.videoWidth, video.videoHeight);
}

async function fromImageElement(image: HTMLImageElement): Promise<OpenedSource> {
  await image.decode().catch((error: unknown) => {
    throw toFaceVerifyError(error, 'image-unreadable');
  });
  return borrowed(image, image.naturalWidth, image.naturalHeight);
}

function borrowed(drawable: CanvasImageSource, widthPx: number, heightPx: number): OpenedSource {
  return { drawable, widthPx, heightPx, release: () => undefined };
}
