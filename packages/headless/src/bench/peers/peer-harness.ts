/** What is compared: whole pipelines from a photograph to an embedding, and runtimes that run our embedder. */
export const PIPELINES = [
  'face-verify, light',
  'face-verify, MediaPipe',
  'human',
  'face-api, tiny',
  'face-api, SSD',
] as const;
export const RUNTIMES = ['onnxruntime-web', 'LiteRT.js'] as const;
export type PeerName = (typeof PIPELINES | typeof RUNTIMES)[number];

/** Milliseconds by stage. */
type Stages = Readonly<Record<string, number>>;

/** One of those that are compared, in a frame of its own. It has `embed` or `infer`. */
export interface PeerInPage {
  load(): Promise<void>;
  /** @returns no vector where it sees no face */
  readonly embed?: (photograph: Blob) => Promise<{
    readonly vector?: Float32Array;
    /** The aligned face: RGB, row by row. */
    readonly aligned?: Uint8Array;
    readonly stages?: Stages;
  }>;
  /** Runs our embedder on an aligned face. */
  readonly infer?: (rgb: Uint8Array) => Promise<Float32Array>;
}

export interface Lap {
  readonly ms: number;
  readonly stages?: Stages;
}

/** What the page with all of them does for this process. */
export interface PeersHarness {
  /** @param photographs - addresses */
  load(photographs: readonly string[]): Promise<void>;
  open(name: PeerName): Promise<void>;
  /** Keeps what a pipeline makes of each photograph, for runtimes to embed. */
  keepFaces(name: PeerName): Promise<void>;
  /** Between a runtime's embeddings and those that were kept. */
  leastCosine(name: PeerName): Promise<number>;
  /** Whether every open pipeline sees a face. */
  isSeen(photograph: number): Promise<boolean>;
  time(name: PeerName, photograph: number): Promise<Lap>;
}

declare global {
  interface Window {
    peer?: PeerInPage;
  }
}
