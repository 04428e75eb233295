import type {
  AlignedFace,
  CaptureRefusal,
  ContractId,
  Embedding,
  FaceDetection,
  FacePoints,
  FaceQuality,
  FiveLandmarks,
  QualityLimits,
} from '@face-verify/core';
import type { EmbedderCard, SeenFace } from '@face-verify/nets';
import type {
  BackendName,
  BackendReport,
  CaptureResult,
  DetectorReport,
  LoadProgress,
  OwnModel,
  StageTimings,
  SubjectRule,
} from '../api.ts';
import type { AssetFolderFacts } from '../assets/asset-folder.ts';
import type { TrialNotes } from '../backend/backend-trials.ts';

/**
 * Everything that touches tfjs, MediaPipe, WebAssembly or a GPU: what a face looks like, and nothing that decides.
 * Calls take turns in the order in which they came. All that goes in and comes out can be sent to another thread.
 */
export interface FaceEngine {
  /** As they are now: a GPU that was lost changes the backend, WebGL that was lost the detector. */
  readonly facts: EngineFacts;

  /**
   * Finds the face of one frame and says how well it is seen, without embedding it.
   *
   * @param frame - given away: a bitmap is closed when the call has ended, however it does
   * @param hint - what the frame before showed. Its face is looked for where it was, without the detector, which is
   *   asked after all where no face is seen there. A second person is noticed by the detector only, so leave the hint
   *   out now and then.
   * @throws {FaceVerifyError} as {@link capture}
   */
  look(frame: EngineFrame, hint?: LookHint | undefined, options?: EngineCallOptions): Promise<FaceLook>;

  /**
   * Embeds a face that was found, e.g. by {@link look}, or its mirror image.
   *
   * @throws {FaceVerifyError} `embedding-invalid`, `backend-unavailable`, `option-invalid` where it is not 112×112 px,
   *   `aborted`, `disposed`
   */
  embed(aligned: AlignedFace, options?: EngineCallOptions): Promise<EmbeddedFace>;

  /**
   * Finds and embeds the face of one frame.
   *
   * @param frame - given away, as to {@link look}
   * @throws {FaceVerifyError} `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`,
   *   `embedding-invalid`, `backend-unavailable`, `aborted`, `disposed`
   */
  capture(frame: EngineFrame, options?: EngineCaptureOptions): Promise<CaptureResult>;

  /** Ends all calls with `disposed`, and gives back all memory. May be called again. */
  dispose(): void;
}

/** A photograph as its file, or an image that is upright already. */
export type EngineFrame = Blob | ImageBitmap;

export interface EngineCallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Which face of a frame is captured, besides. */
export interface EngineCaptureOptions extends EngineCallOptions {
  readonly subject?: SubjectRule | undefined;
}

/** What an engine is started with. */
export interface EngineSettings {
  readonly assets: AssetFolderFacts;
  readonly backend: BackendReport['requested'];
  readonly detector: DetectorReport['requested'];
  readonly model: string | OwnModel;
  /** What was measured on this device before; what is not in it is measured. */
  readonly measured?: MeasuredBackends;
  /** GPUs, by version, that took the tab down on this device before; they are not tried again. */
  readonly quarantined?: readonly string[];
}

/** Milliseconds that each backend takes for a face. */
export type BackendTimes = Readonly<Record<BackendName, number>>;

/** By version, model and GPU. */
export type MeasuredBackends = Readonly<Record<string, BackendTimes>>;

export interface EngineStart extends EngineCallOptions {
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  readonly trials?: TrialNotes | undefined;
}

/** What an engine is. */
export interface EngineFacts {
  readonly backend: BackendReport;
  readonly detector: DetectorReport;
  readonly card: EmbedderCard;
  /** Of the embeddings that the engine makes. */
  readonly contract: ContractId;
  /** A face whose presence is below it counts as none: of the point network's card. */
  readonly presenceLimit: number;
  /** What was measured for this start, for whoever remembers it. */
  readonly measured: MeasuredBackends;
}

/** What an earlier look saw: `{ image, points: face.points }`. It helps only in frames of the same size. */
export interface LookHint {
  readonly image: FrameSize;
  readonly points: FacePoints;
}

interface FrameSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export type FaceLook = SeenLook | UnseenLook;

interface LookedFrame {
  /** Size of the decoded frame, which all places refer to. */
  readonly image: FrameSize;
  /** Milliseconds; no `embedMs`, and no `detectMs` where the hint was enough. */
  readonly timings: Partial<StageTimings>;
}

/** There is one face to look at; whether it may be used is another question. */
export interface SeenLook extends LookedFrame {
  readonly outcome: 'seen';
  readonly face: LookedFace;
  /** The face as the detector saw it; undefined where the hint was enough. */
  readonly detection: FaceDetection | undefined;
  /** All that the detector saw; empty where the hint was enough. */
  readonly detections: readonly FaceDetection[];
  /** Why this face gives no embedding; undefined where it may be embedded. */
  readonly refusal: CaptureRefusal | undefined;
}

/** A face with all that is seen of it before it is embedded. */
export interface LookedFace extends SeenFace {
  readonly landmarks: FiveLandmarks;
  readonly aligned: AlignedFace;
  readonly quality: FaceQuality;
  /** What each measure of it may be. */
  readonly limits: QualityLimits;
}

/** There is no face, or more than one, or one too small. */
interface UnseenLook extends LookedFrame {
  readonly outcome: 'unseen';
  readonly detections: readonly FaceDetection[];
  readonly refusal: CaptureRefusal;
}

export interface EmbeddedFace {
  readonly embedding: Embedding;
  readonly embedMs: number;
}
