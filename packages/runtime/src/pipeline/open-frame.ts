import type { RgbaImage } from '@face-verify/core';
import type { CallScope } from '../call-scope.ts';
import { startLaps } from './start-laps.ts';

/** A frame as pixels, and what the time is measured by since they were there. */
export interface OpenFrame {
  readonly pixels: RgbaImage;
  readonly decodeMs: number;
  readonly lap: () => number;
}

/** @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, or why the call is over */
export async function openFrame(decode: () => Promise<RgbaImage>, scope: CallScope): Promise<OpenFrame> {
  const lap = startLaps();
  const pixels = await decode();
  scope.throwIfOver();
  return { pixels, decodeMs: lap(), lap };
}
