import type { SessionState } from 'face-verify';
import type { FaceVerifyResult } from './face-verify-result.ts';

/** Where an element stands: where its session does, and what there is without one. */
export type ElementState =
  | SessionState<FaceVerifyResult>
  /** This browser cannot do it. */
  | { readonly phase: 'unsupported'; readonly code: string }
  /** A photograph is looked at, instead of a camera's picture. */
  | { readonly phase: 'photograph' };

/** Where the element stands, in one word. */
export type ElementPhase = ElementState['phase'];

/** Every phase, as custom states (`:state(guiding)`), parts and slots name them. */
export const ELEMENT_PHASES = [
  'unsupported',
  'idle',
  'loading',
  'awaiting-camera',
  'searching',
  'guiding',
  'challenging',
  'deciding',
  'photograph',
  'done',
  'failed',
] as const satisfies readonly ElementPhase[];

/** Whether an attempt is under way, which can be cancelled. */
export function isUnderWay({ phase }: ElementState): boolean {
  return phase !== 'unsupported' && phase !== 'idle' && phase !== 'done' && phase !== 'failed';
}

/** Whether a camera's picture is to be seen. */
export function isWatching({ phase }: ElementState): boolean {
  return phase === 'searching' || phase === 'guiding' || phase === 'challenging' || phase === 'deciding';
}
