/** Ways of computing networks: kernels of ours on WASM, with relaxed SIMD or without, or TensorFlow.js's backends. */
export const COMPUTED_BY = ['relaxed-simd', 'simd', 'tfjs-wasm', 'webgpu', 'tfjs-cpu'] as const;
export type ComputedBy = (typeof COMPUTED_BY)[number];

/** Of which the whole pipeline can be had. */
export type WholePipeline = Exclude<ComputedBy, 'tfjs-cpu'>;

/** The embedding as text, as `embeddingCodec` writes it, or why there is none. */
export type Seen = { readonly embedding: string; readonly onCpu?: string } | { readonly refusal: string };

/** What one pass of a network on WebGPU asks of the GPU. */
export interface PassCounts {
  readonly name: string;
  readonly dispatches: number;
  readonly submits: number;
  readonly uploadedBytes: number;
  readonly downloadedBytes: number;
}

/** What the page that compares backends does for this process. */
export interface BackendsHarness {
  /** @returns a digest of all that computes and is computed with */
  load(by: WholePipeline): Promise<string>;
  /** @param onCpu - whether the aligned face is embedded by tfjs's CPU backend, too */
  capture(address: string, onCpu: boolean): Promise<Seen>;
  /** @param name - in the registry of networks */
  countPass(name: string): Promise<PassCounts>;
}
