import type { ElementState } from './element-state.ts';

/** Whether the ring fills, turns because nobody knows for how long, or stands still. */
export type Ring = { readonly kind: 'still' | 'turning' } | { readonly kind: 'filling'; readonly share: number };

/** What the challenges have of the way, where there are any. */
const CHALLENGES_SHARE = 0.6;

/**
 * How far an attempt is.
 *
 * @param liveness - whether challenges follow
 */
export function ringOf(state: ElementState, liveness: boolean): Ring {
  switch (state.phase) {
    case 'loading':
    case 'deciding':
    case 'photograph':
      return { kind: 'turning' };
    case 'searching':
      return { kind: 'filling', share: 0 };
    case 'guiding':
      return { kind: 'filling', share: state.progress * (liveness ? 1 - CHALLENGES_SHARE : 1) };
    case 'challenging':
      return { kind: 'filling', share: 1 - CHALLENGES_SHARE * (1 - state.passed / state.count) };
    case 'done':
      return { kind: 'filling', share: 1 };
    case 'awaiting-camera':
      return { kind: state.reason === 'asking' ? 'turning' : 'still' };
    default:
      return { kind: 'still' };
  }
}
