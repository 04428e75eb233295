import {
  calledHint,
  type FaceMotion,
  faceMotion,
  type GuidedFace,
  type Hint,
  lookAtChallenge,
  nextShownHint,
} from '@face-verify/core';
import { isNewMoment } from './evidence.ts';
import type { FrameMoment, SessionEvent } from './session-event.ts';
import { NOBODY_YET, type SessionModel, type SessionRules } from './session-model.ts';
import { followFace, type Track, untilDetected } from './track.ts';

/** A face that is not seen for so long has gone: whoever comes next begins anew. */
const FACE_GONE_MS = 1000;

/** What a person who does as asked cannot help. */
const IGNORED_WHILE_DOING: readonly Hint[] = ['look-straight', 'hold-still', 'remove-covering'];

/** One more frame was looked at. */
export function lookAtFrame(
  model: SessionModel,
  { atMs, moment, look }: Extract<SessionEvent, { readonly type: 'looked' }>,
  rules: SessionRules,
): SessionModel {
  const { looked, run } = model;
  if (!isWatching(model)) return model;
  if (looked !== undefined && (moment.timestampMs <= looked.timestampMs || moment.picture === looked.picture)) {
    return model;
  }
  const track = followFace(model.track, look, atMs, rules.presenceLimit);
  const lastFaceMs = track === undefined ? model.lastFaceMs : atMs;
  // Challenges have their own patience.
  if (run === undefined && atMs - lastFaceMs > FACE_GONE_MS && model.evidence.length > 0) {
    return { ...model, ...NOBODY_YET, looked: moment, lastFaceMs, shown: model.shown };
  }
  const face = track && guidedFace(track);
  const refusal = look.refusal;
  const stage = run?.step.stage;
  const ignored = stage === 'doing' || stage === 'returning' ? IGNORED_WHILE_DOING : [];
  const shown = nextShownHint(model.shown, calledHint(face, refusal, model.shown.hint, ignored), atMs);
  const seen: SessionModel = { ...model, looked: moment, lastFaceMs, track, shown };
  const isGood = face !== undefined && calledHint(face, refusal) === undefined;
  if (run === undefined) return isGood ? askForEvidence(seen, moment, rules) : seen;

  const segment = run.passed.length;
  const mayGoOn = seen.evidence.some((frame) => frame.segment === segment);
  const challenged = { ...seen, run: lookAtChallenge(run, { atMs, motion: track && motionOf(track), mayGoOn }) };
  const after = challenged.run.step.stage;
  // In place of a frame that is being embedded: who does it has to be made sure of, and the segment has a frame already.
  if (stage === 'doing' && after === 'returning') {
    return { ...challenged, request: { type: 'embed', moment, purpose: 'act' } };
  }
  return after === 'resting' && isGood ? askForEvidence(challenged, moment, rules) : challenged;
}

/** Whether what a camera shows is looked at. */
export function isWatching({ state: { phase }, request }: SessionModel): boolean {
  return (phase === 'searching' || phase === 'guiding' || phase === 'challenging') && request?.type !== 'decide';
}

/**
 * Asks for the face of a good frame, unless something else is waited for: the next frame will do as well. A frame by which
 * an attempt may end has to be one that the detector has looked at, for somebody else may have come in sight since it
 * looked last.
 */
function askForEvidence(model: SessionModel, moment: FrameMoment, rules: SessionRules): SessionModel {
  const { request, evidence, track } = model;
  if (request !== undefined || !isNewMoment(evidence, moment, rules.apartMs)) return model;
  const mayBeLast = evidence.length + 1 >= rules.least;
  if (mayBeLast && track?.frame.detected === false) return { ...model, track: untilDetected(track) };
  return { ...model, request: { type: 'embed', moment, purpose: 'evidence' } };
}

function guidedFace({ frame, speed }: Track): GuidedFace {
  return { ...frame, speed };
}

function motionOf({ frame }: Track): FaceMotion {
  return faceMotion(frame.points, frame.yawDegrees);
}
