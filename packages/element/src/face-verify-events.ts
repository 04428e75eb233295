import type {
  CameraInUse,
  CameraTrouble,
  ChallengeKind,
  FaceTemplate,
  FaceVerifyErrorCode,
  Hint,
  LivenessResult,
  VirtualCameraSignal,
} from 'face-verify';
import type { FaceVerifyMode } from './face-verify-mode.ts';
import type { FaceVerifyOutcome } from './face-verify-result.ts';

/** What every event tells: a stable code for programs, and the reason for people, in the element's language. */
export interface FaceVerifyDetail<Code extends string = string> {
  readonly code: Code;
  readonly reason: string;
}

/** The camera that is seen by, told with its label. */
export interface CameraDetail extends FaceVerifyDetail<'opened'> {
  readonly camera: CameraInUse;
}

/** How far an attempt is. */
export interface ProgressDetail extends FaceVerifyDetail<'loading' | 'guiding' | 'challenging'> {
  /** From 0 to 1; undefined where it is not known. */
  readonly progress: number | undefined;
}

export interface FinishedDetail extends FaceVerifyDetail<FaceVerifyOutcome> {
  readonly mode: FaceVerifyMode;
  /** Whether a camera was looked at, or a photograph. */
  readonly source: 'camera' | 'photograph';
  /** Why an attempt is inconclusive, as a stable code; undefined for any other outcome. */
  readonly cause: string | undefined;
  /** Whose photograph or frames could not be used; undefined where that is not why. `reference` is the page's to mend. */
  readonly side: 'probe' | 'reference' | undefined;
  readonly liveness: LivenessResult;
  readonly camera: CameraInUse | undefined;
  /** Whether that camera may be a program. */
  readonly virtualCamera: VirtualCameraSignal;
  /** Where `expose-similarity` is set and faces were compared: a cosine in [-1, 1]. */
  readonly similarity?: number;
  /** Where somebody was enrolled or captured. It is nowhere else to be had: keep it encrypted, as a vault does. */
  readonly template?: FaceTemplate;
  /** Where somebody was identified: the subject's id in the gallery. */
  readonly subject?: string;
  /** Where the element signs its results: the same text as the element's value. */
  readonly token?: string;
}

/** All events of the element, by name. They bubble, and cross shadow roots. */
export interface FaceVerifyEventMap {
  /** Exactly one of this and the next, once for each element: it can be started. */
  'face-verify-ready': CustomEvent<FaceVerifyDetail<'ready'>>;
  /** It cannot work in this browser; the code says what is missing. */
  'face-verify-unsupported': CustomEvent<FaceVerifyDetail>;
  'face-verify-started': CustomEvent<FaceVerifyDetail<FaceVerifyMode>>;
  /** The browser asks for the camera, or opens it. */
  'face-verify-camera-asked': CustomEvent<FaceVerifyDetail<'asking'>>;
  'face-verify-camera-opened': CustomEvent<CameraDetail>;
  /** There is no picture; it goes on by itself once there is one. */
  'face-verify-camera-failed': CustomEvent<FaceVerifyDetail<CameraTrouble>>;
  /** A hint or a challenge is shown, another than before. */
  'face-verify-hinted': CustomEvent<FaceVerifyDetail<Hint | ChallengeKind | 'consent-required'>>;
  'face-verify-progressed': CustomEvent<ProgressDetail>;
  /** The attempt has a result. */
  'face-verify-finished': CustomEvent<FinishedDetail>;
  /** The attempt broke off; nothing is known about anybody. */
  'face-verify-failed': CustomEvent<FaceVerifyDetail<FaceVerifyErrorCode>>;
  'face-verify-cancelled': CustomEvent<FaceVerifyDetail<'cancelled'>>;
  'face-verify-consented': CustomEvent<FaceVerifyDetail<'given' | 'withdrawn'>>;
}

/** The names of all events of the element. */
export type FaceVerifyEventName = keyof FaceVerifyEventMap;

/** The `detail` of the event of a name. */
export type FaceVerifyEventDetail<Name extends FaceVerifyEventName> = FaceVerifyEventMap[Name]['detail'];
