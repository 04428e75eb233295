import type { FacePlace } from 'face-verify';
import type { ElementState } from '../src/element-state.ts';
import type { FaceVerifyResult } from '../src/face-verify-result.ts';
import { CAMERA } from './camera.ts';

const FACE: FacePlace = {
  image: { widthPx: 640, heightPx: 480 },
  centre: { x: 320, y: 214 },
  eyeDistancePx: 84,
  rollDegrees: 0,
  yawDegrees: 0,
  pitchDegrees: 0,
};

export const SEARCHING: ElementState = { phase: 'searching', hint: undefined };
export const GUIDING: ElementState = { phase: 'guiding', hint: undefined, face: FACE, progress: 0.5 };
export const HINTING: ElementState = { ...GUIDING, hint: 'move-closer' };
export const CHALLENGING: ElementState = {
  phase: 'challenging',
  stage: 'doing',
  challenge: 'turn-left',
  passed: 1,
  count: 2,
  hint: undefined,
  face: FACE,
};

export function done(result: FaceVerifyResult): ElementState {
  const virtualCamera = { virtual: 'not-suspected', why: [] } as const;
  return { phase: 'done', result, liveness: { outcome: 'not-asked' }, camera: CAMERA, virtualCamera };
}
