import { getFloat16 } from '@petamoriken/float16';
import { describe, expect, it } from 'vitest';
import { decodeHalfFloats } from './half-floats.ts';

describe('decodeHalfFloats', () => {
  it('reads every half float as a reference library does', () => {
    const bytes = new Uint8Array(Uint16Array.from({ length: 0x10000 }, (_, half) => half).buffer);
    const view = new DataView(bytes.buffer);
    const expected = Float32Array.from({ length: 0x10000 }, (_, i) => getFloat16(view, 2 * i, true));
    expect(decodeHalfFloats(bytes)).toEqual(expected);
  });

  it('reads bytes that begin anywhere in their buffer', () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0x3c, 0x00, 0xc0).subarray(1);
    expect(Array.from(decodeHalfFloats(bytes))).toEqual([1, -2]);
  });
});
