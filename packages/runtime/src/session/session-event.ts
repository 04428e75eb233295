import type {
  CaptureRefusal,
  ChallengeKind,
  Embedding,
  FacePoints,
  FaceQuality,
  FaceVerifyErrorCode,
} from '@face-verify/core';
import type { CameraInUse, CameraTrouble } from '../camera/camera.ts';
import type { VirtualCameraSignal } from '../camera/virtual-camera.ts';

/** One moment of a film: by it the same frame is known again. */
export interface FrameMoment {
  /** Milliseconds on the camera's clock, which only goes on. */
  readonly timestampMs: number;
  /** A digest of the pixels: a camera's noise makes each picture another, so the same one twice is one moment. */
  readonly picture: number;
}

/** What a look at a frame saw, without pixels. */
export type SessionLook = SeenFrame | UnseenFrame;

export interface SeenFrame {
  readonly outcome: 'seen';
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  readonly points: FacePoints;
  readonly presence: number;
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly quality: FaceQuality;
  /** Why the face gives no embedding; undefined where it may be embedded. */
  readonly refusal: CaptureRefusal | undefined;
  /** Whether the detector looked at the whole frame. */
  readonly detected: boolean;
}

export interface UnseenFrame {
  readonly outcome: 'unseen';
  readonly refusal: CaptureRefusal;
}

/** How an attempt ended, by the policy of its mode. */
export interface Decision {
  readonly outcome: string;
}

/**
 * Everything that can happen to a session. A list of these replays it. `atMs` is the page's clock, which only goes on;
 * what took time names the attempt that it was begun in, and counts for no other.
 */
export type SessionEvent = { readonly atMs: number } & (
  | { readonly type: 'started' }
  /** Whatever was to be loaded is there, the reference included. */
  | { readonly type: 'prepared' }
  /** Without a look at the camera it is known how every attempt ends, as with a reference that shows no face. */
  | { readonly type: 'undecidable'; readonly result: Decision }
  | { readonly type: 'camera-asked' }
  | { readonly type: 'camera-opened'; readonly camera: CameraInUse }
  | { readonly type: 'camera-lost'; readonly reason: CameraTrouble }
  /** What is thought of the camera that is open. */
  | { readonly type: 'camera-judged'; readonly signal: VirtualCameraSignal }
  | { readonly type: 'page-hidden' }
  | { readonly type: 'page-shown' }
  | { readonly type: 'looked'; readonly attempt: number; readonly moment: FrameMoment; readonly look: SessionLook }
  | {
      readonly type: 'embedded';
      readonly attempt: number;
      readonly moment: FrameMoment;
      readonly embedding: Embedding;
    }
  | { readonly type: 'challenges-drawn'; readonly attempt: number; readonly order: readonly ChallengeKind[] }
  | { readonly type: 'decided'; readonly attempt: number; readonly result: Decision }
  /** Only time went by. */
  | { readonly type: 'waited' }
  | { readonly type: 'broke'; readonly code: FaceVerifyErrorCode }
  | { readonly type: 'stopped' }
  | { readonly type: 'reset' }
);
