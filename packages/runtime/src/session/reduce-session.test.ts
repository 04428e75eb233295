import { describe, expect, test } from 'vitest';
import { CAMERA, embeddingOf, PlayedSession, RULES, seen, unseen } from '../../testing/drawn-session.ts';
import { reduceSession } from './reduce-session.ts';
import { IDLE_SESSION } from './session-model.ts';
import { lookHint } from './track.ts';

describe('a session', () => {
  test('goes from nothing to a decision', () => {
    const session = new PlayedSession();
    const phases = [session.state.phase];
    const note = () => phases.push(session.state.phase);
    for (const event of [
      { type: 'started' },
      { type: 'prepared' },
      { type: 'camera-opened', camera: CAMERA },
    ] as const) {
      session.send(event);
      note();
    }
    session.look(seen(), 'ada');
    note();
    session.looks(2, seen(), 'ada');
    note();
    session.decide('match');
    note();
    expect(phases).toEqual(['idle', 'loading', 'awaiting-camera', 'searching', 'guiding', 'deciding', 'done']);
    expect(session.state).toMatchObject({
      result: { outcome: 'match' },
      liveness: { outcome: 'not-asked' },
      camera: CAMERA,
    });
  });

  test('replays from its events', () => {
    const session = PlayedSession.watching({ liveness: true });
    session.looks(3, seen(), 'ada');
    session.look(unseen());
    const replayed = session.events.reduce((model, event) => reduceSession(model, event, session.rules), IDLE_SESSION);
    expect(replayed).toEqual(session.model);
  });

  test('says how far it is, and where the face is', () => {
    const session = PlayedSession.watching();
    session.look(seen({ yawDegrees: 4, face: { centre: { x: 300, y: 210 }, eyeDistancePx: 90 } }), 'ada');
    expect(session.state).toMatchObject({
      phase: 'guiding',
      hint: undefined,
      progress: 1 / 3,
      face: { centre: { x: 300, y: 210 }, yawDegrees: 4, image: { widthPx: 640, heightPx: 480 } },
    });
  });

  test('ends where it is known beforehand how', () => {
    const session = PlayedSession.watching();
    const result = { outcome: 'inconclusive', reason: 'no-face', side: 'reference' };
    session.send({ type: 'undecidable', result });
    expect(session.state).toMatchObject({ phase: 'done', result });
  });

  test('fails with the code of what broke', () => {
    const session = PlayedSession.watching();
    session.send({ type: 'broke', code: 'backend-unavailable' });
    expect(session.state).toEqual({ phase: 'failed', code: 'backend-unavailable' });
  });
});

describe('frames count', () => {
  const evidence = (session: PlayedSession) => session.model.evidence.length;

  test('only where they call for nothing', () => {
    const session = PlayedSession.watching();
    session.look(seen({ refusal: 'face-blurred' }), 'ada');
    session.look(seen({ yawDegrees: 30 }), 'ada');
    session.look(seen({ face: { eyeDistancePx: 30 } }), 'ada');
    session.look(unseen('multiple-faces'), 'ada');
    expect(evidence(session)).toBe(0);
    session.look(seen(), 'ada');
    expect(evidence(session)).toBe(1);
  });

  test('once, also where the camera gives the same picture or the same moment again', () => {
    const session = PlayedSession.watching();
    const moment = { timestampMs: 50, picture: 7 };
    session.look(seen(), 'ada', moment);
    session.look(seen(), 'ada', moment);
    session.look(seen(), 'ada', { timestampMs: 250, picture: 7 });
    session.look(seen(), 'ada', { timestampMs: 50, picture: 8 });
    session.look(seen(), 'ada', { timestampMs: 20, picture: 9 });
    expect(evidence(session)).toBe(1);
    session.look(seen(), 'ada', { timestampMs: 450, picture: 10 });
    expect(evidence(session)).toBe(2);
    // A film that begins anew.
    session.look(seen(), 'ada', { timestampMs: 850, picture: 7 });
    expect(evidence(session)).toBe(2);
  });

  test('where they are so far apart that a person can have moved', () => {
    const session = PlayedSession.watching({ apartMs: 250 });
    session.looks(4, seen(), 'ada');
    expect(evidence(session)).toBe(2);
  });

  test('for nobody else once the face was gone', () => {
    const session = PlayedSession.watching();
    session.looks(2, seen(), 'ada');
    session.looks(5, unseen());
    expect(evidence(session)).toBe(2);
    session.looks(7, unseen());
    expect(evidence(session)).toBe(0);
    session.look(seen(), 'ada');
    expect(session.state.phase).toBe('guiding');
  });

  test('only while they are asked for', () => {
    const session = PlayedSession.watching();
    const { attempt } = session.model;
    session.send({ type: 'embedded', attempt, moment: session.nextMoment(), embedding: embeddingOf('ada') });
    expect(evidence(session)).toBe(0);
    session.look(seen());
    session.send({ type: 'embedded', attempt, moment: session.nextMoment(), embedding: embeddingOf('ada') });
    expect(evidence(session)).toBe(0);
  });
});

describe('nothing is decided', () => {
  test('by fewer frames than have to agree', () => {
    const session = PlayedSession.watching();
    session.looks(2, seen(), 'ada');
    expect(session.state.phase).toBe('guiding');
    session.decide('match');
    expect(session.state.phase).toBe('guiding');
  });

  test('where two people take turns', () => {
    const session = PlayedSession.watching();
    for (let i = 0; i < 10; i++) session.look(seen(), i % 2 === 0 ? 'ada' : 'dieter');
    expect(session.state.phase).toBe('guiding');
  });

  test('and a stranger’s frame is left out', () => {
    const session = PlayedSession.watching();
    session.look(seen(), 'ada');
    session.look(seen(), 'dieter');
    session.looks(2, seen(), 'ada');
    const { request } = session.model;
    if (request?.type !== 'decide') throw new Error('Nothing is to be decided.');
    expect(request.agreed.frames).toHaveLength(3);
    expect(request.agreed.template.faceCount).toBe(3);
    expect(request.agreed.template.embedding.vector[2]).toBe(0);
  });

  test('by an answer of an earlier attempt', () => {
    const session = PlayedSession.watching();
    session.looks(3, seen(), 'ada');
    const { attempt } = session.model;
    session.send({ type: 'reset' });
    session.looks(3, seen(), 'dieter');
    expect(session.state.phase).toBe('deciding');
    session.send({ type: 'decided', attempt, result: { outcome: 'match' } });
    expect(session.state.phase).toBe('deciding');
  });
});

describe('hints', () => {
  const hint = (session: PlayedSession) => ('hint' in session.state ? session.state.hint : 'none');

  test('tell of nobody, of two people, and of what is wrong with the face', () => {
    const session = PlayedSession.watching();
    session.looks(4, unseen());
    expect(session.state).toEqual({ phase: 'searching', hint: 'face-the-camera' });
    session.looks(15, unseen('multiple-faces'));
    expect(hint(session)).toBe('one-person-only');
    session.looks(15, seen({ face: { eyeDistancePx: 34 } }));
    expect(session.state).toMatchObject({ phase: 'guiding', hint: 'move-closer' });
    session.looks(15, seen(), undefined);
    expect(hint(session)).toBeUndefined();
  });
});

describe('without a picture', () => {
  test.for([
    'camera-permission-denied',
    'camera-not-found',
    'camera-in-use',
    'camera-ended',
    'camera-muted',
    'camera-frozen',
  ] as const)('%s is said, and once the camera is back it begins anew', (reason) => {
    const session = PlayedSession.watching();
    session.looks(2, seen(), 'ada');
    session.send({ type: 'camera-lost', reason });
    expect(session.state).toEqual({ phase: 'awaiting-camera', reason });
    session.look(seen(), 'ada');
    expect(session.state).toEqual({ phase: 'awaiting-camera', reason });
    session.send({ type: 'camera-opened', camera: { ...CAMERA, deviceId: 'c2' } });
    session.look(seen(), 'ada');
    expect(session.state).toMatchObject({ phase: 'guiding', progress: 1 / 3 });
    session.looks(2, seen(), 'ada');
    session.decide('match');
    expect(session.state).toMatchObject({ phase: 'done', camera: { deviceId: 'c2' } });
  });

  test('a page that is hidden waits, and goes on when it is shown', () => {
    const session = PlayedSession.watching();
    session.looks(2, seen(), 'ada');
    session.send({ type: 'page-hidden' });
    expect(session.state).toEqual({ phase: 'awaiting-camera', reason: 'page-hidden' });
    session.look(seen(), 'ada');
    session.send({ type: 'page-shown' });
    expect(session.state.phase).toBe('searching');
    expect(session.model.evidence).toEqual([]);
  });

  test('what has gone so far that it can be decided is decided', () => {
    const session = PlayedSession.watching();
    session.looks(3, seen(), 'ada');
    session.send({ type: 'camera-lost', reason: 'camera-ended' });
    session.decide('match');
    expect(session.state).toMatchObject({ phase: 'done', result: { outcome: 'match' } });
  });

  test('a suspicion stays with the camera that comes back, and with no other', () => {
    const session = PlayedSession.watching();
    const signal = { virtual: 'suspected', why: ['repeated-picture'] } as const;
    session.send({ type: 'camera-judged', signal });
    session.send({ type: 'camera-lost', reason: 'camera-frozen' });
    session.send({ type: 'camera-opened', camera: { ...CAMERA } });
    expect(session.model.virtualCamera).toEqual(signal);
    session.send({ type: 'camera-asked' });
    session.send({ type: 'camera-opened', camera: { ...CAMERA, deviceId: 'c2' } });
    expect(session.model.virtualCamera).toEqual({ virtual: 'unknown', why: [] });
  });

  test('a trouble is told before everything is loaded', () => {
    const session = new PlayedSession();
    session.send({ type: 'started' });
    session.send({ type: 'camera-lost', reason: 'camera-permission-denied' });
    expect(session.state).toEqual({ phase: 'awaiting-camera', reason: 'camera-permission-denied' });
  });
});

describe('an end', () => {
  const ended = () => {
    const session = PlayedSession.watching();
    session.looks(3, seen(), 'ada');
    session.decide('non-match');
    return session;
  };

  test('is left by a reset alone', () => {
    const session = ended();
    const { state } = session;
    session.send({ type: 'stopped' });
    session.send({ type: 'broke', code: 'internal' });
    session.send({ type: 'page-hidden' });
    session.looks(3, seen(), 'ada');
    expect(session.state).toBe(state);
    session.send({ type: 'page-shown' });
    session.send({ type: 'reset' });
    expect(session.state.phase).toBe('searching');
  });

  const again = { ...CAMERA, deviceId: 'c2' };

  test.for([
    ['page-hidden', [], { phase: 'awaiting-camera', reason: 'page-hidden' }],
    ['page-hidden', [{ type: 'page-shown' }], { phase: 'searching' }],
    ['camera-lost', [], { phase: 'awaiting-camera', reason: 'camera-ended' }],
    ['camera-lost', [{ type: 'camera-opened', camera: again }], { phase: 'searching' }],
  ] as const)('by %s in a challenge, then %o, leaves the next attempt %o', ([type, meanwhile, next]) => {
    const session = PlayedSession.watching({ liveness: true });
    session.looks(3, seen(), 'ada');
    session.send({ type: 'challenges-drawn', attempt: session.model.attempt, order: ['blink'] });
    session.send(type === 'camera-lost' ? { type, reason: 'camera-ended' } : { type });
    expect(session.state).toMatchObject({ phase: 'done', liveness: { reason: 'face-lost' } });
    for (const event of meanwhile) session.send(event);
    session.send({ type: 'reset' });
    expect(session.state).toMatchObject(next);
  });

  test('keeps the camera that it was decided by, while another is opened for the next attempt', () => {
    const session = ended();
    session.send({ type: 'camera-opened', camera: again });
    expect(session.state).toMatchObject({ phase: 'done', camera: CAMERA });
    session.send({ type: 'reset' });
    session.looks(3, seen(), 'ada');
    session.decide('match');
    expect(session.state).toMatchObject({ phase: 'done', camera: again });
  });

  test('leaves nothing for the next attempt', () => {
    const session = ended();
    session.send({ type: 'reset' });
    session.looks(2, seen(), 'dieter');
    expect(session.state.phase).toBe('guiding');
    expect(session.model.evidence).toHaveLength(2);
    session.look(seen(), 'dieter');
    expect(session.model.request).toMatchObject({ type: 'decide', agreed: { template: { faceCount: 3 } } });
  });

  test('that was stopped before is idle, and can be started again', () => {
    const session = PlayedSession.watching();
    session.send({ type: 'stopped' });
    expect(session.state).toEqual({ phase: 'idle' });
    session.looks(3, seen(), 'ada');
    expect(session.state).toEqual({ phase: 'idle' });
    session.send({ type: 'reset' });
    expect(session.state).toEqual({ phase: 'loading' });
  });
});

describe('a frame in which the face was only followed', () => {
  const followed = seen({ detected: false });

  test.for([
    ['capture', 1],
    ['verify', 3],
    ['enrol', 5],
  ] as const)('does not end a %s: the detector looks once more, and its frame does', ([, least]) => {
    const session = PlayedSession.watching({ least });
    session.look(seen({ yawDegrees: 30 }));
    session.looks(least - 1, followed, 'ada');
    expect(session.model.evidence).toHaveLength(least - 1);
    session.look(followed, 'ada');
    expect(session.model.evidence).toHaveLength(least - 1);
    expect(lookHint(session.model.track)).toBeUndefined();
    session.look(seen(), 'ada');
    expect(session.model.request).toMatchObject({ type: 'decide', agreed: { template: { faceCount: least } } });
  });

  test('counts for nothing where the detector then sees somebody else, too', () => {
    const session = PlayedSession.watching({ least: 1 });
    session.look(seen({ yawDegrees: 30 }));
    session.look(followed, 'ada');
    session.looks(20, unseen('multiple-faces'), 'ada');
    expect(session.state).toMatchObject({ phase: 'searching', hint: 'one-person-only' });
    session.look(seen(), 'ada');
    expect(session.state.phase).toBe('deciding');
  });

  test('is not asked to be looked at again where it is no new moment, or another is being embedded', () => {
    const session = PlayedSession.watching({ least: 2 });
    session.look(seen());
    session.look(followed);
    expect(lookHint(session.model.track)).toBeDefined();
  });
});

test('rules without a similarity to link by let one frame count alone', () => {
  const session = PlayedSession.watching({ ...RULES, least: 1, linkSimilarity: undefined });
  session.look(seen(), 'ada');
  expect(session.state.phase).toBe('deciding');
});
