import type { ElementState } from './element-state.ts';
import type { FaceVerifyResult } from './face-verify-result.ts';

/**
 * A state as every script of the page may see it: without templates, candidates and whatever else belongs to the one
 * that hears of the end, and by default without how similar faces are.
 */
export function publicState(state: ElementState, exposeSimilarity: boolean): ElementState {
  if (state.phase !== 'done') return state;
  const { outcome, reason, side, token, similarity } = state.result as FaceVerifyResult;
  return {
    ...state,
    result: {
      outcome,
      ...(reason !== undefined && { reason }),
      ...(side !== undefined && { side }),
      ...(token !== undefined && { token }),
      ...(exposeSimilarity && similarity !== undefined && { similarity }),
    },
  };
}
