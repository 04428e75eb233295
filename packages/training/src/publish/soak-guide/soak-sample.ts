/** What a browser held after so many frames. Bytes. */
export interface SoakSample {
  readonly frames: number;
  /** That had come to a decision. */
  readonly sessions: number;
  readonly tensors: number;
  readonly tensorBytes: number;
  readonly wasmBytes: number;
  readonly pageHeapBytes: number;
  readonly workerHeapBytes: number;
  readonly processBytes: number;
}
