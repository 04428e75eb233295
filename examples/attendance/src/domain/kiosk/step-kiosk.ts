import type { CheckInWay } from '../check-in.ts';
import { instantAt } from '../instant.ts';
import { type PersonId, tidyField } from '../person.ts';
import { type AttemptLimit, countFailure, isPaused, NO_FAILURES } from './attempt-limit.ts';
import { decideDirection } from './decide-direction.ts';
import type {
  FaceAnswer,
  KioskEvent,
  KioskFailures,
  KioskScreen,
  KioskState,
  KioskStep,
  KioskWorld,
} from './kiosk-state.ts';

/** How long a screen stays that nobody ends, in milliseconds. */
const SCREEN_MS = { greeting: 4000, already: 4000, unknown: 15_000, asking: 45_000 } as const;

const NO_KIOSK_FAILURES: KioskFailures = { face: NO_FAILURES, pin: {} };

/** A kiosk that watches. @param failures - of before a reload */
export function startKiosk(failures: KioskFailures = NO_KIOSK_FAILURES): KioskState {
  return { screen: { show: 'watching' }, failures, seen: [] };
}

/**
 * What becomes of a kiosk when something happens to it, and what is to be recorded. An answer about a face, or about a
 * PIN, counts once, and only while that face or PIN is the one being asked about.
 */
export function stepKiosk(state: KioskState, event: KioskEvent, world: KioskWorld): KioskStep {
  const busyWithSecret = state.screen.show === 'asking' || state.screen.show === 'checking';
  switch (event.type) {
    case 'face-appeared':
      if (busyWithSecret || state.cameraCode !== undefined) return { state };
      return { state: meetFace(state, event.attempt, event.atMs) };
    case 'face-answered':
      if (event.attempt !== state.attempt) return { state };
      return answerFace(withoutAttempt(state), event.answer, event.atMs, world);
    case 'several-faces':
      if (state.screen.show !== 'watching' && state.screen.show !== 'looking') return { state };
      return { state: show(state, { show: 'several' }) };
    case 'face-left':
      if (state.screen.show === 'looking' || state.screen.show === 'several') return { state: rest(state, event.atMs) };
      return { state: withoutAttempt(state) };
    case 'way-chosen':
      return { state: show(state, { show: 'asking', way: event.way }, event.atMs + SCREEN_MS.asking) };
    case 'secret-given':
      return { state: takeSecret(state, event) };
    case 'secret-checked':
      if (state.screen.show !== 'checking' || state.screen.request !== event.request) return { state };
      return answerSecret(state, state.screen, event, world);
    case 'cancelled':
      return { state: rest(state, event.atMs) };
    case 'tick':
      return { state: state.endsAtMs !== undefined && event.atMs >= state.endsAtMs ? rest(state, event.atMs) : state };
    case 'camera-lost': {
      const lost = { ...withoutAttempt(state), cameraCode: event.code };
      return { state: busyWithSecret ? lost : rest(lost, event.atMs) };
    }
    case 'camera-found': {
      const { cameraCode: _, ...found } = state;
      return { state: state.screen.show === 'no-camera' ? rest(found, event.atMs) : found };
    }
  }
}

function meetFace(state: KioskState, attempt: number, atMs: number): KioskState {
  const { face } = state.failures;
  if (isPaused(face, atMs)) return showPause(state, face);
  return { ...show(state, { show: 'looking' }), attempt };
}

function answerFace(state: KioskState, answer: FaceAnswer, atMs: number, world: KioskWorld): KioskStep {
  if (answer.outcome === 'unusable') return { state: rest(state, atMs) };
  if (answer.outcome === 'person' && world.mayCheckIn(answer.person)) {
    return greet(withFailures(state, { face: NO_FAILURES }), answer.person, 'face', atMs, world);
  }
  if (answer.outcome === 'unavailable') {
    return { state: show(state, { show: 'unknown', reason: 'unavailable' }, atMs + SCREEN_MS.unknown) };
  }
  const face = countFailure(state.failures.face, world.settings.attempts, atMs);
  const failed = withFailures(state, { face });
  if (isPaused(face, atMs)) return { state: showPause(failed, face) };
  const reason = answer.outcome === 'person' ? 'nobody' : answer.outcome;
  return { state: show(failed, { show: 'unknown', reason }, atMs + SCREEN_MS.unknown) };
}

function takeSecret(state: KioskState, event: Extract<KioskEvent, { type: 'secret-given' }>): KioskState {
  const { way, request, atMs } = event;
  if (state.screen.show === 'checking') return state;
  if (event.way === 'card') return show(state, { show: 'checking', way: 'card', request });
  const number = tidyField(event.number);
  if (!isPaused(pinLimit(state, number), atMs)) return show(state, { show: 'checking', way: 'pin', request, number });
  return show(state, { show: 'asking', way, problem: 'paused' }, atMs + SCREEN_MS.asking);
}

function answerSecret(
  state: KioskState,
  checked: Extract<KioskScreen, { show: 'checking' }>,
  { person, atMs }: Extract<KioskEvent, { type: 'secret-checked' }>,
  world: KioskWorld,
): KioskStep {
  const { way } = checked;
  if (person !== undefined && world.mayCheckIn(person)) {
    return greet(way === 'pin' ? withoutPinFailures(state, checked.number) : state, person, way, atMs, world);
  }
  const failed = way === 'pin' ? countPinFailure(state, checked.number, world.settings.attempts, atMs) : state;
  return { state: show(failed, { show: 'asking', way, problem: 'refused' }, atMs + SCREEN_MS.asking) };
}

function countPinFailure(state: KioskState, number: string, allowed: number, atMs: number): KioskState {
  const counted = countFailure(pinLimit(state, number), allowed, atMs);
  return withFailures(state, { pin: { ...state.failures.pin, [number]: counted } });
}

function withoutPinFailures(state: KioskState, number: string): KioskState {
  const { [number]: _, ...pin } = state.failures.pin;
  return withFailures(state, { pin });
}

function pinLimit({ failures: { pin } }: KioskState, number: string): AttemptLimit {
  return (Object.hasOwn(pin, number) ? pin[number] : undefined) ?? NO_FAILURES;
}

function greet(state: KioskState, person: PersonId, how: CheckInWay, atMs: number, world: KioskWorld): KioskStep {
  const { settings } = world;
  const before = state.seen.find((sight) => sight.person === person);
  const last = world.lastRecord(person);
  const direction = decideDirection(atMs, last, before?.atMs, settings);
  const seen = [
    ...state.seen.filter((sight) => sight.person !== person && atMs - sight.atMs < settings.coolDownSeconds * 1000),
    { person, atMs },
  ];
  if (direction === 'already') {
    const { instant = instantAt(atMs), direction: recorded = 'in' } = last ?? {};
    const screen = { show: 'already', person, direction: recorded, since: instant } as const;
    return { state: show({ ...state, seen }, screen, atMs + SCREEN_MS.already) };
  }
  const record = { person, direction, how, atMs };
  return { state: show({ ...state, seen }, { show: 'greeting', ...record }, atMs + SCREEN_MS.greeting), record };
}

/** What is shown when nobody is there. */
function rest(state: KioskState, atMs: number): KioskState {
  if (state.cameraCode !== undefined) return show(state, { show: 'no-camera', code: state.cameraCode });
  const { face } = state.failures;
  return isPaused(face, atMs) ? showPause(state, face) : show(state, { show: 'watching' });
}

function showPause(state: KioskState, { pausedUntilMs }: AttemptLimit): KioskState {
  return show(state, { show: 'paused', untilMs: pausedUntilMs }, pausedUntilMs);
}

/** Another screen ends what was being asked before. */
function show(state: KioskState, screen: KioskScreen, endsAtMs?: number): KioskState {
  const { endsAtMs: _, ...rest } = withoutAttempt(state);
  return { ...rest, screen, ...(endsAtMs !== undefined && { endsAtMs }) };
}

function withoutAttempt({ attempt: _, ...state }: KioskState): KioskState {
  return state;
}

function withFailures(state: KioskState, failures: Partial<KioskFailures>): KioskState {
  return { ...state, failures: { ...state.failures, ...failures } };
}
