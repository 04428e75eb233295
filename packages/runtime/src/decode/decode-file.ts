import { FaceVerifyError, type RgbaImage } from '@face-verify/core';
import { draw } from './draw-image.ts';
import { MAX_FILE_BYTES } from './image-limits.ts';
import { type ImageFileType, inspectFile } from './inspect-file.ts';
import { inspectJpeg, JPEG_END } from './jpeg/inspect-jpeg.ts';
import { turnsWebp } from './turns-webp.ts';
import { type Orientation, webpOrientation } from './webp-orientation.ts';

/**
 * The first image of a photograph's file, turned upright as its EXIF says.
 *
 * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`
 */
export async function decodeFile(file: Blob): Promise<RgbaImage> {
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
  const content = new Uint8Array(bytes);
  const type = inspectFile(content);
  // The browser decodes beside this thread, which meanwhile looks for what the decoder would conceal.
  const decoding = decode(file, type);
  decoding.catch(() => undefined);
  try {
    if (type === 'jpeg' && lacksEnd(content)) return await decodeFile(new Blob([file, JPEG_END]));
    const orientation = type === 'webp' ? await leftToTurn(content) : 1;
    const bitmap = await decoding;
    return draw({ image: bitmap, widthPx: bitmap.width, heightPx: bitmap.height, orientation });
  } finally {
    decoding.then(
      (bitmap) => bitmap.close(),
      () => undefined,
    );
  }
}

/** How a WebP will lie when the browser has decoded it. */
async function leftToTurn(webp: Uint8Array): Promise<Orientation> {
  const orientation = webpOrientation(webp);
  return orientation === 1 || (await turnsWebp()) ? 1 : orientation;
}

/** @throws {FaceVerifyError} `image-unreadable` where more than the end marker is missing */
function lacksEnd(jpeg: Uint8Array): boolean {
  const state = inspectJpeg(jpeg);
  if (state === 'cut-off') {
    throw new FaceVerifyError('image-unreadable', 'The file ends before the photograph does.');
  }
  if (state === 'damaged') {
    throw new FaceVerifyError('image-unreadable', 'The file is damaged: part of the photograph is missing or wrong.');
  }
  return state === 'unended';
}

async function decode(file: Blob, type: ImageFileType): Promise<ImageBitmap> {
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
