import type { FaceVerifier, IdentificationResult, SessionState } from 'face-verify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FaceHappening, FaceWatch } from './face-watch.ts';

type State = SessionState<IdentificationResult>;

/** A session that is told what to see. */
class ToldSession {
  isRunning: boolean;
  readonly #onState: (state: State) => void;

  constructor({ onState, signal }: { onState: (state: State) => void; signal?: AbortSignal }) {
    this.#onState = onState;
    this.isRunning = signal?.aborted !== true;
  }

  see(state: State): void {
    if (this.isRunning) this.#onState(state);
  }

  reset(): void {
    this.isRunning = true;
    this.see({ phase: 'loading' });
  }

  stop(): void {
    this.isRunning = false;
  }
}

const FACE = { image: { widthPx: 4, heightPx: 3 }, centre: { x: 2, y: 1 }, eyeDistancePx: 1 } as never;
const NOBODY: State = { phase: 'searching', hint: undefined };
const GUIDING: State = { phase: 'guiding', hint: undefined, face: FACE, progress: 0.5 };
const PAIR: State = { phase: 'searching', hint: 'one-person-only' };

function done(id?: string): State {
  const result = id === undefined ? { outcome: 'not-identified' } : { outcome: 'identified', candidates: [{ id }] };
  return { phase: 'done', result } as unknown as State;
}

function failed(): State {
  return { phase: 'done', result: { outcome: 'inconclusive', reason: 'liveness-failed' } } as unknown as State;
}

function watched() {
  const sessions: ToldSession[] = [];
  const happened: string[] = [];
  const happen = (happening: FaceHappening) => {
    happened.push(
      'answer' in happening ? happening.answer.outcome : 'code' in happening ? happening.code : happening.type,
    );
  };
  const verifier = {
    watch: (_: unknown, options: ConstructorParameters<typeof ToldSession>[0]) => {
      const session = new ToldSession(options);
      sessions.push(session);
      return session;
    },
  } as unknown as FaceVerifier;
  const watch = new FaceWatch({
    ...{ verifier, gallery: {} as never, fmr: 0.001, liveness: true, video: {} as never, isFilm: false },
    ...{ happen, show: () => undefined },
  });
  const [lingering, session] = sessions as [ToldSession, ToldSession];
  return { watch, lingering, session, happened };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('whoever comes', () => {
  it('appears once, is answered, and is not asked again while there', () => {
    const { session, lingering, happened } = watched();
    for (const state of [NOBODY, GUIDING, GUIDING, done('anna'), GUIDING]) session.see(state);
    for (let i = 0; i < 3; i++) {
      lingering.see(GUIDING);
      lingering.see(done('anna'));
      vi.advanceTimersByTime(1000);
    }
    expect(happened).toEqual(['face-appeared', 'person']);
  });

  it('has left after a second out of sight, and begins anew', () => {
    const { session, lingering, happened } = watched();
    for (const state of [GUIDING, done('anna')]) session.see(state);
    lingering.see(NOBODY);
    vi.advanceTimersByTime(900);
    expect(happened).not.toContain('face-left');
    vi.advanceTimersByTime(200);
    for (const state of [NOBODY, GUIDING]) session.see(state);
    expect(happened).toEqual(['face-appeared', 'person', 'face-left', 'face-appeared']);
    expect(lingering.isRunning).toBe(false);
  });

  it('makes room for the next in the queue without a gap', () => {
    const { session, lingering, happened } = watched();
    for (const state of [GUIDING, done('anna')]) session.see(state);
    lingering.see(done('ben'));
    for (const state of [GUIDING, done('ben')]) session.see(state);
    expect(happened).toEqual(['face-appeared', 'person', 'face-left', 'face-appeared', 'person']);
  });

  it('and is not known has no tries that nobody counts', () => {
    const { session, lingering, happened } = watched();
    for (const state of [GUIDING, done()]) session.see(state);
    for (const state of [done('anna'), done('anna')]) lingering.see(state);
    vi.advanceTimersByTime(5000);
    expect(happened).toEqual(['face-appeared', 'nobody']);
  });

  it('and fails a challenge is not live', () => {
    const { session, happened } = watched();
    for (const state of [GUIDING, failed()]) session.see(state);
    expect(happened).toEqual(['face-appeared', 'not-live']);
  });
});

it('two at once are several, until one has left', () => {
  const { session, happened } = watched();
  for (const state of [PAIR, PAIR, GUIDING, NOBODY]) session.see(state);
  expect(happened).toEqual(['several-faces', 'face-appeared', 'face-left']);
});

it('faces that come while somebody types tell nothing', () => {
  const { watch, session, happened } = watched();
  session.see(GUIDING);
  watch.suspend();
  for (const state of [GUIDING, done('anna')]) session.see(state);
  expect(happened).toEqual(['face-appeared']);
  watch.begin();
  session.see(GUIDING);
  expect(happened).toEqual(['face-appeared', 'face-appeared']);
});

it('a camera is lost and found, also while somebody types or lingers', () => {
  const { watch, session, lingering, happened } = watched();
  const lost: State = { phase: 'awaiting-camera', reason: 'camera-ended' };
  watch.suspend();
  for (const state of [lost, NOBODY]) session.see(state);
  watch.begin();
  for (const state of [GUIDING, done('anna')]) session.see(state);
  for (const state of [lost, NOBODY]) lingering.see(state);
  expect(happened).toEqual([
    ...['camera-ended', 'camera-found', 'face-appeared', 'person'],
    ...['camera-ended', 'camera-found'],
  ]);
});

it('an engine that failed is tried again', () => {
  const { session, happened } = watched();
  session.see({ phase: 'failed', code: 'backend-unavailable' });
  session.isRunning = false;
  vi.advanceTimersByTime(6000);
  expect(session.isRunning).toBe(true);
  expect(happened).toEqual(['backend-unavailable']);
});
