import { FaceVerifyError } from '@face-verify/core';

const BYTES = 'wrap the bytes of a file in a Blob, and pixels in an ImageData.';
const STREAM = 'show it in a <video> and hand that over.';
const DRAW = 'draw it on a canvas and hand that over.';

/** What people hand over instead of a photograph, by its name in every window, and what would be right. */
const INSTEAD: Readonly<Record<string, string>> = {
  Undefined: 'nothing was handed over.',
  Null: 'nothing was handed over.',
  String: 'only data: and blob: addresses hold a photograph; fetch others yourself and hand over the Blob.',
  URL: 'fetch it yourself and hand over the Blob.',
  Array: 'hand over one at a time.',
  FileList: 'hand over one of its files.',
  HTMLInputElement: 'hand over one of its files.',
  FileSystemFileHandle: 'hand over what its getFile() gives.',
  Response: 'hand over what its blob() gives.',
  Promise: 'wait for it first.',
  ArrayBuffer: BYTES,
  Uint8Array: BYTES,
  Uint8ClampedArray: BYTES,
  DataView: BYTES,
  MediaStream: STREAM,
  MediaStreamTrack: STREAM,
  CanvasRenderingContext2D: 'hand over its canvas.',
  SVGImageElement: DRAW,
  SVGSVGElement: DRAW,
};

/** @param kind - the name of what was handed over, e.g. `FileList` */
export function notASource(kind: string): FaceVerifyError {
  const hint = Object.hasOwn(INSTEAD, kind)
    ? INSTEAD[kind]
    : 'use a File, Blob, image, canvas, video, VideoFrame, ImageBitmap or ImageData.';
  return new FaceVerifyError('image-unreadable', `${kind} is no photograph: ${hint}`, { details: { given: kind } });
}
