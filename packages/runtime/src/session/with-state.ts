import { type ChallengeRun, centroid, currentChallenge } from '@face-verify/core';
import { agreement } from './evidence.ts';
import { doneState, NOBODY_YET, type SessionModel, type SessionRules } from './session-model.ts';
import { type FacePlace, isFinal, type LivenessResult, type SessionState } from './session-state.ts';
import { eyesOf, type Track } from './track.ts';

/** A face that a few looks miss was not gone. */
const SEARCHING_AFTER_MS = 400;

/** The model with the state that follows from what it knows, and what is to be asked for in it. */
export function withState(model: SessionModel, atMs: number, rules: SessionRules): SessionModel {
  if (isFinal(model.state) || model.state.phase === 'idle') return model;
  const decided = model.run === undefined ? model : afterChallenges(model, model.run, rules);
  if (isFinal(decided.state)) return decided;
  const state = stateOf(decided, atMs, rules);
  return isSame(state, decided.state) ? decided : { ...decided, state };
}

/** Whether nothing has changed that anybody has to be told. */
function isSame(a: SessionState, b: SessionState): boolean {
  const [these, those] = [Object.entries(a), Object.keys(b)];
  return these.length === those.length && these.every(([name, value]) => Object.is(value, Reflect.get(b, name)));
}

/** Challenges that ended give way to the decision, or end the attempt. */
function afterChallenges(model: SessionModel, run: ChallengeRun, rules: SessionRules): SessionModel {
  const { stage } = run.step;
  if (stage === 'passed' && model.request?.type !== 'decide') {
    const { agreed } = agreement(model.evidence, rules, run.order.length + 1);
    const liveness: LivenessResult = { outcome: 'passed', challenges: run.passed };
    if (agreed !== undefined) return { ...model, liveness, request: { type: 'decide', agreed } };
    return failed(model, { ...run, step: { stage: 'failed', reason: 'face-changed' } });
  }
  return stage === 'failed' ? failed(model, run) : model;
}

function failed(model: SessionModel, run: ChallengeRun): SessionModel {
  const reason = run.step.stage === 'failed' ? run.step.reason : 'face-lost';
  const liveness: LivenessResult = {
    outcome: 'failed',
    reason,
    challenge: currentChallenge(run),
    challenges: run.passed,
  };
  const result = { outcome: 'inconclusive', reason: 'liveness-failed' } as const;
  const ended = { ...model, liveness };
  return { ...ended, ...NOBODY_YET, state: doneState(ended, result) };
}

function stateOf(model: SessionModel, atMs: number, rules: SessionRules): SessionState {
  const { camera, prepared, hidden, run, request, track, shown } = model;
  if (camera.status === 'lost') return { phase: 'awaiting-camera', reason: camera.reason };
  if (!prepared) return { phase: 'loading' };
  if (camera.status === 'asking') return { phase: 'awaiting-camera', reason: 'asking' };
  if (hidden) return { phase: 'awaiting-camera', reason: 'page-hidden' };
  if (request?.type === 'decide') return { phase: 'deciding' };
  const { hint } = shown;
  const face = track && facePlace(track);
  if (run !== undefined && 'sinceMs' in run.step) {
    return {
      phase: 'challenging',
      stage: run.step.stage,
      challenge: currentChallenge(run),
      passed: run.passed.length,
      count: run.order.length,
      hint,
      face,
    };
  }
  if (face !== undefined) {
    return { phase: 'guiding', hint, face, progress: Math.min(1, model.agreeing / rules.least) };
  }
  // The last face that was drawn stays for a moment.
  const { state } = model;
  const wasHere = atMs - model.lastFaceMs < SEARCHING_AFTER_MS && state.phase === 'guiding';
  return wasHere ? { ...state, hint } : { phase: 'searching', hint };
}

function facePlace({ frame }: Track): FacePlace {
  const { leftEye, rightEye, apartPx } = eyesOf(frame);
  const { image, yawDegrees, pitchDegrees } = frame;
  const roll = Math.atan2(rightEye.y - leftEye.y, rightEye.x - leftEye.x);
  return {
    image,
    centre: centroid([leftEye, rightEye]),
    eyeDistancePx: apartPx,
    rollDegrees: (roll * 180) / Math.PI,
    yawDegrees,
    pitchDegrees,
  };
}
