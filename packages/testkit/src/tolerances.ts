/**
 * How far results may lie apart that should be equal, by what differs between them.
 * Origin: chosen. Single kernels of the tfjs backends agree to about 2e-6; some 50 layers add that up, and half
 * precision rounds each weight to 11 bits.
 */
export const TOLERANCES = {
  /** Largest absolute difference of a unit embedding's components: tfjs WASM against its CPU backend. */
  wasmVersusCpu: 1e-4,
  /** Largest absolute difference of a unit embedding's components: tfjs WebGPU against its CPU backend. */
  webgpuVersusCpu: 1e-3,
  /** Largest absolute difference of an output: batch norm folded into the convolution before it, or apart. */
  foldedVersusUnfolded: 1e-4,
  /** Lowest cosine between embeddings of half-precision weights and of the single-precision ones. */
  halfPrecisionCosine: 0.999,
  /** Largest difference of a similarity that should not depend on where it was computed. */
  similarity: 1e-3,
} as const;
