import { failChallenges, type LivenessFailure, startChallenges, watchClock } from '@face-verify/core';
import { isSameCamera } from '../camera/is-same-camera.ts';
import { addFrame, agreement, isSameFace, isSameMoment } from './evidence.ts';
import { lookAtFrame } from './look-at-frame.ts';
import type { Decision, SessionEvent } from './session-event.ts';
import { doneState, IDLE_SESSION, NOBODY_YET, type SessionModel, type SessionRules } from './session-model.ts';
import { isFinal } from './session-state.ts';
import { withState } from './with-state.ts';

type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;

type Reducers = {
  readonly [Type in SessionEvent['type']]: (
    model: SessionModel,
    event: EventOf<Type>,
    rules: SessionRules,
  ) => SessionModel;
};

/** What goes on after the end of an attempt, and holds for the next one. */
const SURROUNDINGS: readonly SessionEvent['type'][] = [
  ...(['camera-asked', 'camera-opened', 'camera-lost', 'camera-judged'] as const),
  ...(['page-hidden', 'page-shown'] as const),
];

/**
 * What a session knows after an event, and what it asks for. Pure: the same events give the same states. What does not
 * fit, such as an answer to a question of an earlier attempt, changes nothing.
 */
export function reduceSession(model: SessionModel, event: SessionEvent, rules: SessionRules): SessionModel {
  const { phase } = model.state;
  const isStart = event.type === 'started' || event.type === 'reset';
  if (isFinal(model.state) && event.type !== 'reset' && !SURROUNDINGS.includes(event.type)) return model;
  if (phase === 'idle' && !isStart) return model;
  if ('attempt' in event && event.attempt !== model.attempt) return model;
  const next = (REDUCERS[event.type] as Reducers[SessionEvent['type']])(model, event as never, rules);
  return next === model ? model : withState(next, event.atMs, rules);
}

const REDUCERS: Reducers = {
  started: (model) => (model.state.phase === 'idle' ? { ...model, state: { phase: 'loading' } } : model),
  // What was loaded stays, and so does the camera where it is open.
  reset: ({ attempt, prepared, camera, lastCamera, virtualCamera, hidden }) => ({
    ...IDLE_SESSION,
    state: { phase: 'loading' },
    attempt: attempt + 1,
    prepared,
    camera,
    lastCamera,
    virtualCamera,
    hidden,
  }),
  prepared: (model) => ({ ...model, prepared: true }),
  undecidable: (model, { result }) => end(model, result),
  'camera-asked': (model) => withoutPicture({ ...model, camera: { status: 'asking' } }),
  'camera-opened': (model, { camera }) =>
    withoutPicture({
      ...model,
      camera: { status: 'open', camera },
      lastCamera: camera,
      virtualCamera: isSameCamera(camera, model.lastCamera) ? model.virtualCamera : IDLE_SESSION.virtualCamera,
    }),
  'camera-lost': (model, { reason }) => withoutPicture({ ...model, camera: { status: 'lost', reason } }),
  'camera-judged': (model, { signal }) => ({ ...model, virtualCamera: signal }),
  'page-hidden': (model) => withoutPicture({ ...model, hidden: true }),
  'page-shown': (model) => ({ ...model, hidden: false }),
  looked: lookAtFrame,
  embedded: countFrame,
  'challenges-drawn': (model, { order, atMs }) =>
    model.request?.type === 'draw-challenges' && order.length > 0
      ? { ...model, request: undefined, run: startChallenges(order, atMs) }
      : model,
  waited: (model, { atMs }) => {
    const run = model.run && watchClock(model.run, atMs);
    return run === model.run ? model : { ...model, run };
  },
  decided: (model, { result }) =>
    model.request?.type === 'decide' && typeof result?.outcome === 'string' ? end(model, result) : model,
  broke: (model, { code }) => ({ ...model, ...NOBODY_YET, state: { phase: 'failed', code } }),
  stopped: ({ attempt }) => ({ ...IDLE_SESSION, attempt: attempt + 1 }),
};

/**
 * Nobody is in sight any more, and the clock of another picture may begin anew. Challenges cannot go on after that, nor
 * begin anew: whoever likes others better would only have to cover the camera.
 */
function withoutPicture(model: SessionModel): SessionModel {
  // What was asked for needs no picture any more.
  if (model.request?.type === 'decide') return model;
  return failRun({ ...model, ...NOBODY_YET, looked: undefined, run: model.run }, 'face-lost');
}

/** One more frame was embedded: it counts, or tells whether a challenge is done by the person who was there before. */
function countFrame(
  model: SessionModel,
  { moment, embedding }: EventOf<'embedded'>,
  rules: SessionRules,
): SessionModel {
  const { request, run } = model;
  if (request?.type !== 'embed' || !isSameMoment(request.moment, moment)) return model;
  const answered = { ...model, request: undefined };
  if (request.purpose === 'act') {
    const isSame = run === undefined || isSameFace(model.evidence, embedding, rules);
    return isSame ? answered : failRun(answered, 'face-changed');
  }
  const segment = run?.passed.length ?? 0;
  const evidence = addFrame(model.evidence, { moment, embedding, segment }, rules);
  const { agreed, agreeing } = agreement(evidence, rules);
  const counted = { ...answered, evidence, agreeing };
  if (agreed === undefined || run !== undefined) return counted;
  return { ...counted, request: rules.liveness ? { type: 'draw-challenges' } : { type: 'decide', agreed } };
}

function failRun(model: SessionModel, reason: LivenessFailure): SessionModel {
  return model.run === undefined ? model : { ...model, run: failChallenges(model.run, reason) };
}

function end(model: SessionModel, result: Decision): SessionModel {
  return { ...model, ...NOBODY_YET, state: doneState(model, result) };
}
