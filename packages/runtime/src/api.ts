import type {
  AlignedFace,
  CaptureRefusal,
  Embedding,
  FaceDetection,
  FaceTemplate,
  FiveLandmarks,
  Threshold,
  VerificationResult,
} from '@face-verify/core';
import type { EmbedderCard } from '@face-verify/nets';

/** Anything that a page can hold a photograph or a camera frame in. */
export type ImageSource =
  | Blob
  | ImageBitmap
  | ImageData
  | HTMLImageElement
  | HTMLCanvasElement
  | HTMLVideoElement
  | OffscreenCanvas;

export type BackendName = 'webgpu' | 'wasm';

/** What was asked for, what runs, and why. */
export interface BackendReport {
  readonly requested: BackendName | 'auto';
  readonly running: BackendName;
  readonly reason: string;
}

/** Where loading stands. */
export interface LoadProgress {
  readonly stage: 'backend' | 'detector' | 'landmarks' | 'embedder' | 'warm-up';
  /** Stages done, of {@link total}. */
  readonly done: number;
  readonly total: number;
}

export interface FaceVerifierOptions {
  /** Folder that serves the package's assets; default `face-verify/` beside the page. */
  readonly assetsUrl?: string | URL;
  /** Default `auto`: WebGPU where a real adapter exists, otherwise WASM. */
  readonly backend?: BackendName | 'auto';
  /** Folder name in `models/`; default `convfacenext-ps`. */
  readonly model?: string;
  /** False match rate to decide at; must be one that the model's card has a threshold for. Default 0.001. */
  readonly targetFmr?: number;
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

/** Milliseconds spent in each stage of one capture. */
export interface StageTimings {
  readonly decodeMs: number;
  readonly detectMs: number;
  readonly landmarksMs: number;
  readonly alignMs: number;
  readonly embedMs: number;
}

export interface CapturedFace {
  readonly outcome: 'captured';
  /** Size of the decoded photograph that {@link detection} and {@link landmarks} refer to. */
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  readonly detection: FaceDetection;
  readonly landmarks: FiveLandmarks;
  readonly aligned: AlignedFace;
  readonly embedding: Embedding;
  readonly timings: StageTimings;
}

export interface RefusedCapture {
  readonly outcome: 'inconclusive';
  readonly reason: CaptureRefusal;
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  readonly detections: readonly FaceDetection[];
  readonly timings: Partial<StageTimings>;
}

export type CaptureResult = CapturedFace | RefusedCapture;

export interface VerificationReport {
  readonly result: VerificationResult;
  readonly probe: CaptureResult;
  readonly reference: CaptureResult;
  readonly backend: BackendReport;
  /** Milliseconds for the comparison and decision alone. */
  readonly compareMs: number;
}

export type EnrolmentResult =
  | { readonly outcome: 'enrolled'; readonly template: FaceTemplate; readonly captures: readonly CaptureResult[] }
  | {
      readonly outcome: 'inconclusive';
      readonly reason: CaptureRefusal;
      readonly captures: readonly CaptureResult[];
    };

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** A loaded pipeline. All calls run on this device; none makes a request after loading. */
export interface FaceVerifier {
  readonly backend: BackendReport;
  readonly card: EmbedderCard;
  /** The threshold that decisions use; undefined while the model is not trained well enough to have one. */
  readonly threshold: Threshold | undefined;

  /**
   * Finds, aligns and embeds the face of one photograph.
   *
   * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`,
   *   `embedding-invalid`, `aborted`, `disposed`
   */
  capture(source: ImageSource, options?: CallOptions): Promise<CaptureResult>;

  /** Compares two photographs 1:1. @throws as {@link capture} */
  verify(probe: ImageSource, reference: ImageSource, options?: CallOptions): Promise<VerificationReport>;

  /** Makes a template of one or more photographs of one subject. Inconclusive where any of them is. @throws as {@link capture} */
  enrol(sources: readonly ImageSource[], options?: CallOptions): Promise<EnrolmentResult>;

  /** Decides about embeddings made earlier. @throws {FaceVerifyError} `contract-mismatch`, `disposed` */
  compare(probe: Embedding, reference: Embedding): VerificationResult;

  /** Frees networks and tensors; further calls throw `disposed`. May be called again. */
  dispose(): void;
}
