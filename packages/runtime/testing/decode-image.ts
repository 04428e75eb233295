import type { RgbaImage } from '@face-verify/core';
import type { ImageSource } from '../src/api.ts';
import { CallScope } from '../src/call-scope.ts';
import { decodeFrame } from '../src/decode/decode-frame.ts';
import { holdSource } from '../src/decode/hold-source.ts';

/** A photograph's pixels as an engine sees them, whoever decodes: what was held at the call, then decoded. */
export async function decodeImage(source: ImageSource): Promise<RgbaImage> {
  return decodeFrame(await holdSource(source, new CallScope()).frame());
}
