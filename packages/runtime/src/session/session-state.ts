import type {
  ChallengeKind,
  FaceVerifyErrorCode,
  Hint,
  LivenessFailure,
  PassedChallenge,
  Point,
} from '@face-verify/core';
import type { CameraInUse, CameraTrouble } from '../camera/camera.ts';
import type { VirtualCameraSignal } from '../camera/virtual-camera.ts';

/** Where the face is, for a view to draw. In pixels of the camera's picture, not mirrored. */
export interface FacePlace {
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  /** Between the eyes. */
  readonly centre: Point;
  /** A face is about 2.7 of it high and 2.2 wide. */
  readonly eyeDistancePx: number;
  /** Positive where the head is tilted clockwise in the picture. */
  readonly rollDegrees: number;
  /** Positive where the face is turned to the right edge of the picture. */
  readonly yawDegrees: number;
  /** Positive where it looks up. */
  readonly pitchDegrees: number;
}

/**
 * What came of liveness challenges. A deterrent, not a proof: see the guide for how many films and photographs pass.
 * It says nothing of who somebody is, and a similarity nothing of this.
 */
export type LivenessResult =
  | { readonly outcome: 'not-asked' }
  | { readonly outcome: 'passed'; readonly challenges: readonly PassedChallenge[] }
  | {
      readonly outcome: 'failed';
      readonly reason: LivenessFailure;
      /** The one that was being asked for; undefined where all had been done. */
      readonly challenge: ChallengeKind | undefined;
      readonly challenges: readonly PassedChallenge[];
    };

/** Why an attempt ended without a decision of its mode. */
export interface SessionInconclusive {
  readonly outcome: 'inconclusive';
  /** `model-not-trained`: it has no threshold to tell by which frames show one person. */
  readonly reason: 'liveness-failed' | 'model-not-trained';
}

/** Where a session stands. `Result` is what its mode decides. */
export type SessionState<Result = unknown> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'loading' }
  /** No picture. It goes on by itself as soon as there is one. */
  | { readonly phase: 'awaiting-camera'; readonly reason: 'asking' | 'page-hidden' | CameraTrouble }
  /** Nobody is seen. */
  | { readonly phase: 'searching'; readonly hint: Hint | undefined }
  /** Somebody is seen. */
  | {
      readonly phase: 'guiding';
      readonly hint: Hint | undefined;
      readonly face: FacePlace;
      /** Frames that agree, of those that are needed: 0 to 1. */
      readonly progress: number;
    }
  | {
      readonly phase: 'challenging';
      /** `resting` and `returning`: look straight ahead. `doing`: the challenge. */
      readonly stage: 'resting' | 'doing' | 'returning';
      /** The one that is asked for, or that comes next; undefined once all are done. */
      readonly challenge: ChallengeKind | undefined;
      /** Challenges done, of `count`. */
      readonly passed: number;
      readonly count: number;
      readonly hint: Hint | undefined;
      readonly face: FacePlace | undefined;
    }
  | { readonly phase: 'deciding' }
  | {
      readonly phase: 'done';
      readonly result: Result | SessionInconclusive;
      readonly liveness: LivenessResult;
      readonly camera: CameraInUse | undefined;
      readonly virtualCamera: VirtualCameraSignal;
    }
  | { readonly phase: 'failed'; readonly code: FaceVerifyErrorCode };

/** Where a session stands, in one word. */
export type SessionPhase = SessionState['phase'];

/** Phases that only a reset leaves. */
export function isFinal(state: SessionState): boolean {
  return state.phase === 'done' || state.phase === 'failed';
}
