import { createEmbedding } from '@face-verify/core';
import { type DrawnFace, drawnContract, drawnFacePoints, GOOD_QUALITY } from '@face-verify/testkit';
import { reduceSession } from '../src/session/reduce-session.ts';
import type { FrameMoment, SeenFrame, SessionEvent, SessionLook, UnseenFrame } from '../src/session/session-event.ts';
import { IDLE_SESSION, type SessionModel, type SessionRules } from '../src/session/session-model.ts';

export const RULES: SessionRules = {
  least: 3,
  apartMs: 100,
  linkSimilarity: 0.4,
  presenceLimit: 0.5,
  liveness: false,
};

export const CAMERA = { deviceId: 'c1', label: 'Camera', facing: 'user' } as const;

/** A look of the detector at a face that can be used, but for what is changed. */
export function seen({ face = {}, ...change }: Partial<SeenFrame> & { readonly face?: DrawnFace } = {}): SeenFrame {
  return {
    outcome: 'seen',
    image: { widthPx: 640, heightPx: 480 },
    points: drawnFacePoints(face),
    presence: 1,
    yawDegrees: 0,
    pitchDegrees: 0,
    quality: GOOD_QUALITY,
    refusal: undefined,
    detected: true,
    ...change,
  };
}

export const unseen = (refusal: UnseenFrame['refusal'] = 'no-face'): UnseenFrame => ({ outcome: 'unseen', refusal });

/** Embeddings of two people, each a little different from frame to frame. */
export function embeddingOf(person: 'ada' | 'dieter', frame = 0) {
  const wobble = 0.1 * Math.sin(frame);
  const vector = person === 'ada' ? [1, wobble, 0, 0] : [0, 0, 1, wobble];
  return createEmbedding(vector, drawnContract('m', vector.length));
}

type Untimed = SessionEvent extends infer Event ? (Event extends SessionEvent ? Omit<Event, 'atMs'> : never) : never;

/** A session that is played: time goes on by a tenth of a second with each frame, and each frame is another picture. */
export class PlayedSession {
  readonly events: SessionEvent[] = [];
  model: SessionModel = IDLE_SESSION;
  readonly rules: SessionRules;
  #atMs = 0;
  #frame = 0;

  constructor(rules: Partial<SessionRules> = {}) {
    this.rules = { ...RULES, ...rules };
  }

  get state() {
    return this.model.state;
  }

  /** As far as the first frame. */
  static watching(rules: Partial<SessionRules> = {}): PlayedSession {
    const session = new PlayedSession(rules);
    session.send({ type: 'started' });
    session.send({ type: 'prepared' });
    session.send({ type: 'camera-opened', camera: CAMERA });
    return session;
  }

  send(event: Untimed): void {
    const timed = { ...event, atMs: this.#atMs } as SessionEvent;
    this.events.push(timed);
    this.model = reduceSession(this.model, timed, this.rules);
  }

  wait(durationMs: number): void {
    this.#atMs += durationMs;
    this.send({ type: 'waited' });
  }

  nextMoment(): FrameMoment {
    this.#frame++;
    return { timestampMs: this.#atMs, picture: this.#frame };
  }

  /** Looks at one more frame, and embeds its face if that is asked for. */
  look(look: SessionLook, person?: 'ada' | 'dieter', moment?: FrameMoment): void {
    this.#atMs += 100;
    const { attempt } = this.model;
    this.send({ type: 'looked', attempt, moment: moment ?? this.nextMoment(), look });
    const { request } = this.model;
    if (request?.type === 'embed' && person !== undefined) {
      this.send({ type: 'embedded', attempt, moment: request.moment, embedding: embeddingOf(person, this.#frame) });
    }
  }

  looks(count: number, look: SessionLook, person?: 'ada' | 'dieter'): void {
    for (let i = 0; i < count; i++) this.look(look, person);
  }

  decide(outcome: string): void {
    this.send({ type: 'decided', attempt: this.model.attempt, result: { outcome } });
  }
}
