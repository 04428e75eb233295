import type {
  AlignedFace,
  CaptureRefusal,
  ComparedFace,
  ContractId,
  DecisionThreshold,
  DuplicateOptions,
  DuplicatesResult,
  Embedding,
  FaceDetection,
  FaceQuality,
  FaceTemplate,
  FiveLandmarks,
  Gallery,
  IdentificationResult,
  IdentifyOptions,
  InconclusiveReason,
  QualityLimits,
  SearchProgress,
  ThresholdChoice,
  VerificationResult,
} from '@face-verify/core';
import type { EmbedderCard, SeenFace } from '@face-verify/nets';
import type { ImageSource } from './image-source.ts';
import type { VideoElement } from './page-elements.ts';
import type { CameraSource, FaceSession, WatchOptions, WatchResults } from './session/watch-options.ts';

export type { ImageSource } from './image-source.ts';

/** What computes the networks: WebGPU on the graphics processor, WebAssembly on the processor. */
export type BackendName = 'webgpu' | 'wasm';

/** What was asked for, what runs, and why. */
export interface BackendReport {
  readonly requested: BackendName | 'auto';
  readonly running: BackendName;
  /**
   * The kernels of our own that compute on WASM, with relaxed SIMD or for browsers without it. Undefined where
   * TensorFlow.js computes with its own.
   */
  readonly kernels?: 'relaxed-simd' | 'simd';
  readonly reason: string;
}

/** MediaPipe's face detector, or the same network computed as the others are. */
export type DetectorName = 'mediapipe' | 'light';

/** Which face detector was asked for, which finds faces, and why. */
export interface DetectorReport {
  readonly requested: DetectorName | 'auto';
  readonly running: DetectorName;
  readonly reason: string;
}

/** Where the engine was asked to run, where it runs, and why. */
export interface EngineReport {
  readonly requested: boolean | 'auto';
  /** `this-thread` is the page's, or that of the worker that made the verifier. */
  readonly runsIn: 'worker' | 'this-thread';
  readonly reason: string;
}

/** What browsers may lack. */
export type BrowserFeature =
  | 'browser'
  | 'secure-context'
  | 'wasm-simd'
  | 'offscreen-canvas'
  | 'webgl'
  | 'workers'
  | 'offscreen-webgl'
  | 'webgpu'
  | 'camera'
  | 'video-frames';

/** What is missing here, and what follows from it. */
export interface MissingFeature {
  readonly feature: BrowserFeature;
  /** Whether no face can be verified without it. */
  readonly required: boolean;
  /** In plain words, in English. */
  readonly consequence: string;
}

/** What {@link checkSupport} finds. */
export interface SupportReport {
  /** Whether faces can be verified here, as far as can be told without loading anything. */
  readonly supported: boolean;
  readonly missing: readonly MissingFeature[];
}

/** Where loading stands. */
export interface LoadProgress {
  readonly stage: 'backend' | 'detector' | 'points' | 'embedder' | 'warm-up';
  /** Stages done, of {@link total}. */
  readonly done: number;
  readonly total: number;
  /** Read so far of {@link totalBytes}, from the network or from what the browser keeps; without the engine's script. */
  readonly bytes: number;
  readonly totalBytes: number;
}

/**
 * A model that did not come with the package: a folder in `models/` of the assets, as `npx face-verify assets DIR
 * --own-model FOLDER` puts it there.
 */
export interface OwnModel {
  /** The folder's name. */
  readonly name: string;
  /** Of its `card.json`, in hexadecimal; the card vouches for the weights. Nothing with another digest is used. */
  readonly cardSha256: string;
}

/** How {@link createFaceVerifier} loads a verifier, and what it decides at. */
export interface FaceVerifierOptions {
  /** Address of the folder that serves the package's assets; default `face-verify/` beside the page. */
  readonly assets?: string | URL;
  /** Default `auto`: where there is a GPU, what is faster on this device, WebGPU or WASM; otherwise WASM. */
  readonly backend?: BackendName | 'auto';
  /**
   * What finds faces; they find the same ones. Default `mediapipe`: MediaPipe's, and the light one in its place where it
   * cannot be had, since the browser has no WebGL or takes it away again and again. `light` fetches 11 MB less and needs
   * no WebGL. `auto`: what this version holds for the better of both, which is the light one.
   */
  readonly detector?: DetectorName | 'auto';
  /** One of the package's models by its name, default `convfacenext-ps`, or one of your own. */
  readonly model?: string | OwnModel;
  /** What to decide at, unless a call says otherwise; default `{ fmr: 0.001 }`. */
  readonly threshold?: ThresholdChoice;
  /**
   * Default `auto`: the engine runs in a worker of its own where one can do all that it needs, otherwise on the thread
   * of the caller. With `true` only in a worker, with `false` only on the caller's thread.
   */
  readonly worker?: boolean | 'auto';
  /** Called at each stage of loading, and whenever more bytes were read. */
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

/** Milliseconds spent in each stage of one capture. */
export interface StageTimings {
  readonly decodeMs: number;
  readonly detectMs: number;
  readonly pointsMs: number;
  /** With measuring the aligned face. */
  readonly alignMs: number;
  readonly embedMs: number;
}

export interface CapturedFace extends SeenFace {
  readonly outcome: 'captured';
  /** Size of the decoded photograph that {@link detection}, {@link points} and {@link landmarks} refer to. */
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  readonly detection: FaceDetection;
  /** The five of the {@link points} that alignment takes. */
  readonly landmarks: FiveLandmarks;
  readonly aligned: AlignedFace;
  /** All within {@link limits}. */
  readonly quality: FaceQuality;
  /** What each measure may be: `QUALITY_LIMITS`, and the presence that the point network asks for. */
  readonly limits: QualityLimits;
  readonly embedding: Embedding;
  readonly timings: StageTimings;
}

/** A photograph that gave no embedding, and why. It never matches. */
export interface RefusedCapture {
  readonly outcome: 'inconclusive';
  readonly reason: CaptureRefusal;
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  readonly detections: readonly FaceDetection[];
  /** Where the face was found and straightened: what it was refused for is outside {@link limits}. */
  readonly quality?: FaceQuality;
  /** What each measure of {@link quality} may be, wherever that is there. */
  readonly limits?: QualityLimits;
  readonly timings: Partial<StageTimings>;
}

/** What came of one photograph. */
export type CaptureResult = CapturedFace | RefusedCapture;

/** A decision about two photographs, with all that it was made of. */
export interface VerificationReport {
  readonly result: VerificationResult;
  readonly probe: CaptureResult;
  readonly reference: CaptureResult;
  readonly backend: BackendReport;
  /** Milliseconds for the comparison and decision alone. */
  readonly compareMs: number;
}

/**
 * Why photographs give no template: `inconsistent-faces` where most of them do not show one person; the reason of the
 * first without one face to use where half of them or more are such.
 */
export type EnrolmentRefusal = InconclusiveReason | 'inconsistent-faces';

/** A template of several photographs, or why there is none. Both have all captures, in the order of the sources. */
export type EnrolmentResult =
  | {
      readonly outcome: 'enrolled';
      readonly template: FaceTemplate;
      readonly captures: readonly CaptureResult[];
      /**
       * Indices of the `captures` that have no part in the template, ascending: captured faces that look like
       * somebody else's, and captures that are inconclusive.
       */
      readonly dropped: readonly number[];
    }
  | {
      readonly outcome: 'inconclusive';
      readonly reason: EnrolmentRefusal;
      readonly captures: readonly CaptureResult[];
    };

/**
 * Which face of a photograph is captured. `only`: the one that is there; where others could be meant as well, since they
 * have 15 % of its area or more, the photograph is refused as `multiple-faces`, unless all of them are clearly the same
 * person's, as the small second portrait of an identity card is. `largest`: by area. `central`: nearest to the middle,
 * weighed against its size.
 *
 * Whoever can stand nearer than another, or in the middle, decides whom `largest` and `central` take: keep `only` for
 * what an unknown person shows.
 */
export type SubjectRule = 'only' | 'largest' | 'central';

/** What every call that takes time can be given. An abort rejects it with `aborted`. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** How faces are compared. */
export interface CompareOptions {
  /** What to decide at, this time; default: the verifier's {@link FaceVerifier.threshold}. */
  readonly threshold?: ThresholdChoice;
}

/** How a photograph is captured. */
export interface CaptureOptions extends CallOptions {
  /** Default `only`. */
  readonly subject?: SubjectRule;
}

/** How two photographs are verified. */
export interface VerifyOptions extends CallOptions, CompareOptions {
  /** Of both photographs, or of each by itself; default `only`. */
  readonly subject?: SubjectRule | { readonly probe?: SubjectRule; readonly reference?: SubjectRule };
}

/** How photographs are enrolled. */
export interface EnrolOptions extends CaptureOptions {
  /**
   * Two photographs at least this similar are taken for one person's: a cosine in [-1, 1]. Default: the verifier's
   * {@link FaceVerifier.threshold}. At -1 every face is kept.
   */
  readonly linkSimilarity?: number;
  /** `norm`: photographs count as much as the network's output is long, so clear ones more. Default `equal`. */
  readonly weighting?: 'equal' | 'norm';
}

/** How a gallery is searched for subjects who were enrolled twice. */
export interface FindDuplicatesOptions extends DuplicateOptions, CallOptions {
  /** Called some dozens of times a second. */
  readonly onProgress?: (progress: SearchProgress) => void;
}

/** A loaded pipeline. All calls run on this device; none makes a request after loading. */
export interface FaceVerifier {
  /** What computes now: a GPU that was lost changes it. */
  readonly backend: BackendReport;
  /** What finds faces now: MediaPipe's detector is replaced where the browser takes away what it needs. */
  readonly detector: DetectorReport;
  readonly engine: EngineReport;
  readonly card: EmbedderCard;
  /** The threshold of decisions, unless a call names another; undefined while the model is not trained well enough to have one. */
  readonly threshold: DecisionThreshold | undefined;
  /**
   * Of this verifier's embeddings: names the embedder, the detector and the point network with their weights, and the
   * preprocessing between them. Embeddings of another contract are not comparable.
   */
  readonly contract: ContractId;

  /**
   * Finds, aligns and embeds the face of one photograph, as it is now: what a canvas, a video or image data shows is
   * read at the call, also by {@link verify} and {@link enrol}.
   *
   * @throws {FaceVerifyError} `option-invalid`, `image-unreadable`, `image-empty`, `image-too-large`, `geometry-degenerate`,
   *   `embedding-invalid`, `backend-unavailable` where the GPU was lost meanwhile, `aborted` where `options.signal`
   *   was, `disposed`
   * @example
   * const capture = await verifier.capture(fileA, { subject: 'central' });
   * if (capture.outcome === 'captured') console.log(capture.embedding.norm);
   * else console.log(capture.reason);
   */
  capture(source: ImageSource, options?: CaptureOptions): Promise<CaptureResult>;

  /**
   * Compares two photographs 1:1.
   *
   * @throws {FaceVerifyError} as {@link capture}; `option-invalid` for a threshold that the model does not have
   * @example
   * const { result } = await verifier.verify(probeFile, referenceFile, { threshold: { fmr: 0.001 } });
   * if (result.outcome === 'match') console.log(result.similarity);
   * else if (result.outcome === 'inconclusive') console.log(result.reason);
   */
  verify(probe: ImageSource, reference: ImageSource, options?: VerifyOptions): Promise<VerificationReport>;

  /**
   * Makes a template of one or more photographs of one subject, or of frames of a film ({@link takeFrames}), leaving
   * out those that seem to show somebody else, no usable face or several faces. The person seen in most of them is
   * taken for the subject. Each face is averaged with its mirror image. Inconclusive unless more than half of them are
   * kept; also, for more than one, if neither the model nor the options say how similar photographs of one person have
   * to be.
   *
   * @throws {FaceVerifyError} as {@link capture}; `embedding-invalid` for no photographs; `option-invalid`, also
   *   where `sources` is no array, or holds one source twice
   * @example
   * const enrolled = await verifier.enrol([fileA, fileB]);
   * if (enrolled.outcome === 'enrolled') console.log(enrolled.template.faceCount);
   */
  enrol(sources: readonly ImageSource[], options?: EnrolOptions): Promise<EnrolmentResult>;

  /**
   * Decides about faces that were captured or enrolled earlier: captures, templates and embeddings, on either side.
   * Stored ones have to be read with `templateCodec` or `embeddingCodec`; both sides are checked in any case.
   *
   * @throws {FaceVerifyError} `embedding-invalid` where a side is none of these, e.g. after JSON; `contract-mismatch`
   *   where it is of another model or preprocessing than this verifier's; `option-invalid` for a threshold that the model
   *   does not have; `disposed`
   * @example
   * const result = verifier.compare(await verifier.capture(probeFile), template);
   * if (result.outcome === 'match') console.log(result.similarity);
   */
  compare(probe: ComparedFace, reference: ComparedFace, options?: CompareOptions): VerificationResult;

  /**
   * Looks for a face among all subjects of a gallery (1:N), exactly: 100,000 take some ten milliseconds. Most people
   * who come may not be in it, so nobody is a candidate without reaching the threshold, and `result.threshold` says what
   * it means for a gallery of this size.
   *
   * @throws {FaceVerifyError} as {@link compare}; `contract-mismatch` also where the gallery is of another model;
   *   `gallery-invalid` where it is none
   * @example
   * const result = verifier.identify(await verifier.capture(frame), gallery);
   * if (result.outcome === 'identified') console.log(result.candidates[0].id, result.threshold.fpir);
   */
  identify(probe: ComparedFace, gallery: Gallery, options?: IdentifyOptions): IdentificationResult;

  /**
   * Compares all subjects of a gallery with each other and lists those that look like one person, as those enrolled
   * twice do: for a person to look at. Exact, so twice the subjects take four times as long; the page goes on meanwhile.
   *
   * @throws {FaceVerifyError} `gallery-invalid` where it is none, or is changed meanwhile; `contract-mismatch`,
   *   `option-invalid`, `aborted`, `disposed`
   * @example
   * const result = await verifier.findDuplicates(gallery, { signal: AbortSignal.timeout(60_000) });
   * if (result.outcome === 'searched') console.log(result.pairs, result.expectedFalse);
   */
  findDuplicates(gallery: Gallery, options?: FindDuplicatesOptions): Promise<DuplicatesResult>;

  /**
   * Watches a camera until somebody is verified, identified, enrolled or captured; see {@link FaceSession}. Hints say what
   * to change, one at a time; only frames that call for none are embedded; several have to agree.
   *
   * @param source - a camera to open, or a video in which the page itself shows something
   * @throws {FaceVerifyError} `option-invalid`, `disposed`; whatever comes later is a state of the session
   * @example
   * const session = verifier.watch({ camera: 'user', video }, { mode: 'verify', reference: template });
   * session.subscribe((state) => show(state));
   * const end = await session.ended();
   * if (end.phase === 'done' && end.result.outcome === 'match') open();
   */
  watch<Options extends WatchOptions>(
    source: VideoElement | CameraSource,
    options: Options,
  ): FaceSession<WatchResults[Options['mode']]>;

  /** Frees networks and tensors; further calls throw `disposed`. May be called again. */
  dispose(): void;
}
