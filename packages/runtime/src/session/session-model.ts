import { type ChallengeRun, NO_HINT, type ShownHint } from '@face-verify/core';
import type { CameraInUse, CameraTrouble } from '../camera/camera.ts';
import type { VirtualCameraSignal } from '../camera/virtual-camera.ts';
import type { AgreedFrames, AgreementRule, Evidence } from './evidence.ts';
import type { Decision, FrameMoment } from './session-event.ts';
import type { LivenessResult, SessionState } from './session-state.ts';
import type { Track } from './track.ts';

/** What a session goes by. */
export interface SessionRules extends AgreementRule {
  /** A face whose presence is below it counts as none. */
  readonly presenceLimit: number;
  /** Whether challenges have to be passed before anything is decided. */
  readonly liveness: boolean;
}

/** What a session is waiting for somebody to do; what comes back is an event. */
export type SessionRequest =
  /** The face of the frame of this moment. `act`: in the middle of a challenge, to see that it is still the same one. */
  | { readonly type: 'embed'; readonly moment: FrameMoment; readonly purpose: 'evidence' | 'act' }
  | { readonly type: 'draw-challenges' }
  | { readonly type: 'decide'; readonly agreed: AgreedFrames };

type CameraStatus =
  | { readonly status: 'asking' }
  | { readonly status: 'open'; readonly camera: CameraInUse }
  | { readonly status: 'lost'; readonly reason: CameraTrouble };

/** Everything that a session knows. */
export interface SessionModel {
  readonly state: SessionState;
  /** How many times it was started anew. */
  readonly attempt: number;
  readonly prepared: boolean;
  readonly camera: CameraStatus;
  /** The camera that is open, or was last. */
  readonly lastCamera: CameraInUse | undefined;
  /** What is thought of that one. */
  readonly virtualCamera: VirtualCameraSignal;
  readonly hidden: boolean;
  /** The last moment that was looked at. */
  readonly looked: FrameMoment | undefined;
  readonly lastFaceMs: number;
  readonly track: Track | undefined;
  readonly shown: ShownHint;
  readonly evidence: Evidence;
  readonly agreeing: number;
  readonly run: ChallengeRun | undefined;
  readonly liveness: LivenessResult;
  readonly request: SessionRequest | undefined;
}

/** What was seen of somebody; nothing is left of it once they are out of sight. */
export const NOBODY_YET = {
  track: undefined,
  shown: NO_HINT,
  evidence: [],
  agreeing: 0,
  run: undefined,
  request: undefined,
} as const satisfies Partial<SessionModel>;

export const IDLE_SESSION: SessionModel = {
  ...NOBODY_YET,
  state: { phase: 'idle' },
  attempt: 0,
  prepared: false,
  camera: { status: 'asking' },
  lastCamera: undefined,
  virtualCamera: { virtual: 'unknown', why: [] },
  hidden: false,
  looked: undefined,
  lastFaceMs: Number.NEGATIVE_INFINITY,
  liveness: { outcome: 'not-asked' },
};

/** The state in which an attempt ends. */
export function doneState(
  { camera, liveness, virtualCamera }: SessionModel,
  result: Decision,
): SessionState & { readonly phase: 'done' } {
  return {
    phase: 'done',
    result,
    liveness,
    virtualCamera,
    camera: camera.status === 'open' ? camera.camera : undefined,
  };
}
