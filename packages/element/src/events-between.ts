import type { CameraInUse } from 'face-verify';
import { type ElementState, isUnderWay } from './element-state.ts';
import type { FaceVerifyEventDetail, FaceVerifyEventName, FinishedDetail } from './face-verify-events.ts';
import type { FaceVerifyMode } from './face-verify-mode.ts';
import type { FaceVerifyResult } from './face-verify-result.ts';
import type { Locale } from './locales/locale.ts';
import { type AttemptSource, messageOf } from './message-of.ts';
import { ringOf } from './ring-of.ts';

/** An event to dispatch. */
export type ToldEvent = {
  readonly [Name in FaceVerifyEventName]: { readonly name: Name; readonly detail: FaceVerifyEventDetail<Name> };
}[FaceVerifyEventName];

/** What an element was, or is, at. */
export interface Moment {
  readonly state: ElementState;
  readonly camera: CameraInUse | undefined;
}

export interface Telling {
  readonly mode: FaceVerifyMode;
  readonly liveness: boolean;
  readonly locale: Locale;
  readonly exposeSimilarity: boolean;
  readonly source: AttemptSource;
}

/** What happened between two moments, in the order in which it is told. */
export function eventsBetween(before: Moment, after: Moment, telling: Telling): readonly ToldEvent[] {
  const { state } = after;
  const wasUnderWay = isUnderWay(before.state);
  const { title: reason } = messageOf(state, telling.mode, telling.locale);
  const events: ToldEvent[] = [];
  if (!wasUnderWay && isUnderWay(state)) {
    events.push({ name: 'face-verify-started', detail: { code: telling.mode, reason } });
  }
  if (after.camera !== undefined && after.camera !== before.camera) {
    const { camera } = after;
    events.push({ name: 'face-verify-camera-opened', detail: { code: 'opened', reason: camera.label, camera } });
  }
  if (before.state !== state) events.push(...stateEvents(before.state, state, telling, reason));
  return events;
}

function stateEvents(before: ElementState, state: ElementState, telling: Telling, reason: string): ToldEvent[] {
  switch (state.phase) {
    case 'unsupported':
      return [{ name: 'face-verify-unsupported', detail: { code: state.code, reason } }];
    case 'idle':
      return isUnderWay(before) ? [{ name: 'face-verify-cancelled', detail: { code: 'cancelled', reason } }] : [];
    case 'awaiting-camera':
      return cameraEvents(before, state, reason);
    case 'done':
      return [{ name: 'face-verify-finished', detail: finished(state, telling) }];
    case 'failed':
      return [{ name: 'face-verify-failed', detail: { code: state.code, reason } }];
    default:
      return [...hintEvents(before, state, reason), ...progressEvents(before, state, telling, reason)];
  }
}

function cameraEvents(
  before: ElementState,
  { reason: code }: Extract<ElementState, { phase: 'awaiting-camera' }>,
  reason: string,
): ToldEvent[] {
  if (code === 'page-hidden' || (before.phase === 'awaiting-camera' && before.reason === code)) return [];
  if (code === 'asking') return [{ name: 'face-verify-camera-asked', detail: { code, reason } }];
  return [{ name: 'face-verify-camera-failed', detail: { code, reason } }];
}

function hintEvents(before: ElementState, state: ElementState, reason: string): ToldEvent[] {
  const code = asked(state);
  return code === undefined || code === asked(before) ? [] : [{ name: 'face-verify-hinted', detail: { code, reason } }];
}

/** What a person is asked to do. */
function asked(state: ElementState) {
  if (state.phase === 'searching' || state.phase === 'guiding') return state.hint;
  if (state.phase !== 'challenging') return undefined;
  return state.hint ?? (state.stage === 'doing' ? state.challenge : undefined);
}

function progressEvents(before: ElementState, state: ElementState, { liveness }: Telling, reason: string): ToldEvent[] {
  const { phase } = state;
  if (phase !== 'loading' && phase !== 'guiding' && phase !== 'challenging') return [];
  const share = (of: ElementState) => {
    const ring = ringOf(of, liveness);
    return ring.kind === 'filling' ? ring.share : undefined;
  };
  if (before.phase === phase && share(before) === share(state)) return [];
  return [{ name: 'face-verify-progressed', detail: { code: phase, reason, progress: share(state) } }];
}

function finished(
  state: Extract<ElementState, { phase: 'done' }>,
  { mode, locale, exposeSimilarity, source }: Telling,
): FinishedDetail {
  const { liveness, camera, virtualCamera } = state;
  const result: FaceVerifyResult = state.result;
  const [first] = result.outcome === 'identified' ? (result.candidates ?? []) : [];
  return {
    code: result.outcome,
    reason: messageOf(state, mode, locale, source).detail,
    mode,
    source,
    cause: result.outcome === 'inconclusive' ? result.reason : undefined,
    side: result.side,
    liveness,
    camera,
    virtualCamera,
    ...(exposeSimilarity && result.similarity !== undefined && { similarity: result.similarity }),
    ...(result.template !== undefined && { template: result.template }),
    ...(first !== undefined && { subject: first.id }),
    ...(result.token !== undefined && { token: result.token }),
  };
}
