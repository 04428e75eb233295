/** What is held at one moment, after a garbage collection. Bytes. */
export interface HeldMemory {
  /** That TensorFlow.js counts in the engine's worker. */
  readonly tensors: number;
  readonly tensorBytes: number;
  /** Of all WebAssembly memories in the worker: the networks' and the detector's. */
  readonly wasmBytes: number;
  readonly pageHeapBytes: number;
  readonly workerHeapBytes: number;
  /** Resident, of the processes that run the page and the GPU: bitmaps and textures are there, and in no heap. */
  readonly processBytes: number;
}

export interface SoakSample extends HeldMemory {
  /** Looked at so far. */
  readonly frames: number;
  /** That have come to a decision so far. */
  readonly sessions: number;
}
