import type { IdentificationResult } from 'face-verify';
import type { FaceAnswer } from './kiosk-state.ts';

/**
 * What an identification among the roster means to the kiosk. Templates are in the gallery under their people's ids.
 */
export function toFaceAnswer(result: IdentificationResult): FaceAnswer {
  switch (result.outcome) {
    case 'identified':
      return { outcome: 'person', person: result.candidates[0].id };
    case 'not-identified':
      return { outcome: 'nobody' };
    case 'inconclusive':
      if (result.reason === 'candidates-too-close') return { outcome: 'ambiguous' };
      if (result.reason === 'gallery-too-large' || result.reason === 'model-not-trained') {
        return { outcome: 'unavailable' };
      }
      return { outcome: 'unusable' };
  }
}
