import type { CanvasElement, ImageElement, VideoElement } from './page-elements.ts';
/**
 * Anything that a page can hold a photograph or a camera frame in, also of another window or frame. A text is a `data:`
 * or `blob:` address; fetch other addresses yourself and hand over the Blob.
 */
export type ImageSource =
  | string
  | Blob
  | ImageBitmap
  | ImageData
  | ImageElement
  | CanvasElement
  | VideoElement
  | OffscreenCanvas
  | VideoFrame;
