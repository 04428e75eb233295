import type { ElementState, FaceVerifyMode } from '@face-verify/element';
import { type CameraInUse, type CameraTrouble, CHALLENGE_KINDS, type FacePlace, HINTS } from 'face-verify';

/** One picture of the gallery. */
export interface ShownState {
  readonly name: string;
  readonly state: ElementState;
  readonly mode?: FaceVerifyMode;
}

export const CAMERA: CameraInUse = { deviceId: 'drawn', label: 'Drawn camera', facing: 'user' };

/** Ada's, in the drawn picture of 640 by 480. */
const FACE: FacePlace = {
  image: { widthPx: 640, heightPx: 480 },
  centre: { x: 320, y: 214 },
  eyeDistancePx: 84,
  rollDegrees: 0,
  yawDegrees: 0,
  pitchDegrees: 0,
};
const AWAY: FacePlace = { ...FACE, centre: { x: 412, y: 250 }, eyeDistancePx: 60, rollDegrees: 8 };

type Done = Extract<ElementState, { readonly phase: 'done' }>;

const done = (result: Done['result'], liveness: Done['liveness'] = { outcome: 'not-asked' }): Done => ({
  phase: 'done',
  result,
  liveness,
  camera: CAMERA,
  virtualCamera: { virtual: 'not-suspected', why: [] },
});

const CAMERA_TROUBLES: readonly CameraTrouble[] = [
  'camera-permission-denied',
  'camera-not-found',
  'camera-in-use',
  'camera-ended',
  'camera-muted',
  'camera-frozen',
  'camera-unavailable',
];

/** Every state that looks otherwise. */
export const STATES: readonly ShownState[] = [
  { name: 'idle', state: { phase: 'idle' } },
  { name: 'idle, enrol', state: { phase: 'idle' }, mode: 'enrol' },
  { name: 'idle, identify', state: { phase: 'idle' }, mode: 'identify' },
  { name: 'loading', state: { phase: 'loading' } },
  { name: 'asking', state: { phase: 'awaiting-camera', reason: 'asking' } },
  { name: 'page-hidden', state: { phase: 'awaiting-camera', reason: 'page-hidden' } },
  { name: 'searching', state: { phase: 'searching', hint: undefined } },
  { name: 'guiding', state: { phase: 'guiding', hint: undefined, face: FACE, progress: 0.66 } },
  ...HINTS.map((hint) => ({
    name: hint,
    state: { phase: 'guiding', hint, face: AWAY, progress: 0.33 } as const,
  })),
  ...CHALLENGE_KINDS.map((challenge, passed) => ({
    name: challenge,
    state: {
      phase: 'challenging',
      stage: 'doing',
      challenge,
      passed,
      count: CHALLENGE_KINDS.length,
      hint: undefined,
      face: FACE,
    } as const,
  })),
  { name: 'deciding', state: { phase: 'deciding' } },
  { name: 'photograph', state: { phase: 'photograph' } },
  ...CAMERA_TROUBLES.map((reason) => ({ name: reason, state: { phase: 'awaiting-camera', reason } as const })),
  { name: 'match', state: done({ outcome: 'match' }) },
  { name: 'non-match', state: done({ outcome: 'non-match' }) },
  { name: 'inconclusive', state: done({ outcome: 'inconclusive', reason: 'model-not-trained' }) },
  {
    name: 'liveness failed',
    state: done(
      { outcome: 'inconclusive', reason: 'liveness-failed' },
      { outcome: 'failed', reason: 'face-changed', challenge: 'blink', challenges: [] },
    ),
  },
  { name: 'enrolled', state: done({ outcome: 'enrolled' }), mode: 'enrol' },
  { name: 'identified', state: done({ outcome: 'identified' }), mode: 'identify' },
  { name: 'not-identified', state: done({ outcome: 'not-identified' }), mode: 'identify' },
  { name: 'captured', state: done({ outcome: 'captured' }), mode: 'capture' },
  { name: 'failed, network', state: { phase: 'failed', code: 'asset-unavailable' } },
  { name: 'failed, device', state: { phase: 'failed', code: 'backend-unavailable' } },
  { name: 'unsupported', state: { phase: 'unsupported', code: 'webassembly-missing' } },
];
