import { vi } from 'vitest';

/** Larger than what features are looked for with. */
const LEAST_BYTES = 1000;

/** Until mocks are restored the browser takes none of the kernels of our own: TensorFlow.js's compute. */
export function refuseOwnKernels(): void {
  const { validate } = WebAssembly;
  vi.spyOn(WebAssembly, 'validate').mockImplementation((bytes) => bytes.byteLength < LEAST_BYTES && validate(bytes));
}
