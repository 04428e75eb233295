import type {
  ComparedFace,
  FaceTemplate,
  Gallery,
  IdentificationResult,
  IdentifyOptions,
  ThresholdChoice,
  VerificationResult,
} from '@face-verify/core';
import type { CameraChoice, CameraInUse } from '../camera/camera.ts';
import type { VirtualCameraSignal } from '../camera/virtual-camera.ts';
import type { ImageSource } from '../image-source.ts';
import type { LivenessOptions } from '../liveness/liveness-options.ts';
import type { VideoElement } from '../page-elements.ts';
import type { SessionState } from './session-state.ts';

/** A camera that a session opens, and turns off again. */
export interface CameraSource {
  /** Default: the one that was chosen by {@link FaceSession.switchCamera} last time, where it is there; otherwise `user`. */
  readonly camera?: CameraChoice;
  /**
   * Shows the camera. Default: one that is not in the page, which gives no frames on some phones; a view that mirrors it
   * does so by CSS.
   */
  readonly video?: VideoElement;
}

interface WatchBase<Result> {
  /**
   * Challenges to be passed before anything is decided: a deterrent, see the guide for what passes. Default false; true
   * asks for two of all.
   */
  readonly liveness?: boolean | LivenessOptions;
  /** How many frames have to agree, at least 1; default 3, for enrolment 5, for a capture 1. */
  readonly frames?: number;
  /** Whether the camera stays on at the end, for the next attempt; default false. */
  readonly keepCamera?: boolean;
  /** Called with every new state, also with the first. */
  readonly onState?: (state: SessionState<Result>) => void;
  /** Stops the session. */
  readonly signal?: AbortSignal;
}

/** Compares whoever is before the camera with one reference. */
export interface VerifyWatch extends WatchBase<VerificationResult> {
  readonly mode: 'verify';
  /** A template, a capture or an embedding; or a photograph, which is captured first. */
  readonly reference: ComparedFace | ImageSource;
  /** What to decide at; default: the verifier's. */
  readonly threshold?: ThresholdChoice;
}

/** Looks for whoever is before the camera in a gallery. */
export interface IdentifyWatch extends WatchBase<IdentificationResult>, IdentifyOptions {
  readonly mode: 'identify';
  readonly gallery: Gallery;
}

/** Makes a template of whoever is before the camera. */
export interface EnrolWatch extends WatchBase<EnrolledBySession> {
  readonly mode: 'enrol';
}

/** Captures one good face, and keeps the frame that it was seen in. */
export interface CaptureWatch extends WatchBase<CapturedBySession> {
  readonly mode: 'capture';
}

/** What a session is for: its `mode`, and what that mode takes. */
export type WatchOptions = VerifyWatch | IdentifyWatch | EnrolWatch | CaptureWatch;

/** What a session of the mode `enrol` ends with. */
export interface EnrolledBySession {
  readonly outcome: 'enrolled';
  readonly template: FaceTemplate;
}

/** What a session of the mode `capture` ends with. */
export interface CapturedBySession {
  readonly outcome: 'captured';
  readonly template: FaceTemplate;
  /** The last frame that the template was made of, as the camera gave it: the caller's to `close()`. */
  readonly photograph: ImageBitmap;
}

/** What each mode decides. */
export interface WatchResults {
  readonly verify: VerificationResult;
  readonly identify: IdentificationResult;
  readonly enrol: EnrolledBySession;
  readonly capture: CapturedBySession;
}

/** The states that a session does not leave by itself. */
export type EndedState<Result> = Extract<SessionState<Result>, { readonly phase: 'done' | 'failed' | 'idle' }>;

/** A camera that is watched until somebody is verified, identified, enrolled or captured. */
export interface FaceSession<Result = unknown> {
  /** Where it stands. A new object for each change, which {@link subscribe} tells of. */
  readonly state: SessionState<Result>;
  /** The camera that is open; undefined while there is none. */
  readonly camera: CameraInUse | undefined;
  /** Whether that camera may be a program: what is thought so far. */
  readonly virtualCamera: VirtualCameraSignal;

  /** @returns what takes the listener away */
  subscribe(listener: (state: SessionState<Result>) => void): () => void;

  /** The next state at which the session ends: `done`, `failed`, or `idle` where it was stopped. */
  ended(): Promise<EndedState<Result>>;

  /** Another camera, from now on and, as far as the browser keeps it, for later sessions. Of a session that opens none it does nothing. */
  switchCamera(choice: CameraChoice): void;

  /** Begins anew, with nothing left of what was seen before; also after an end, or after {@link stop}. */
  reset(): void;

  /** Turns the camera off and lets go of everything that is on its way. May be called again. */
  stop(): void;
}
