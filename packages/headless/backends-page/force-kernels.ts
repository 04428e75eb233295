import type { WholePipeline } from '../src/backends/backends-harness.ts';

/** `f32x4.relaxed_madd`, as modules encode it. */
const RELAXED_MADD = [0xfd, 0x85, 0x02];
/** TensorFlow.js asks with modules of a few bytes what the browser can do. */
const SMALL_BYTES = 1000;

/** Has the browser take of our kernels only those that are wanted, in engines on this thread. */
export function forceKernels(by: WholePipeline): void {
  const { validate } = WebAssembly;
  WebAssembly.validate = (source) => {
    const bytes = ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
    if (bytes.length < SMALL_BYTES) return validate(source);
    return validate(source) && by === (isRelaxed(bytes) ? 'relaxed-simd' : 'simd');
  };
}

function isRelaxed(bytes: Uint8Array): boolean {
  return bytes.some((byte, i) => byte === RELAXED_MADD[0] && RELAXED_MADD.every((code, j) => bytes[i + j] === code));
}
