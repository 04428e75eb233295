import { type CameraChoice, toFaceVerifyError } from 'face-verify';
import type { Moment } from './events-between.ts';
import type { LiveSession, SessionRequest, SessionSource } from './live-session.ts';

/**
 * Keeps at most one session. What arrives for one that was given up meanwhile, such as a camera that the visitor allows
 * late, is let go of.
 */
export class SessionKeeper {
  readonly #source: () => SessionSource;
  readonly #changed: (before: Moment, after: Moment) => void;
  #moment: Moment = IDLE;
  #current: AbortController | undefined;
  #session: LiveSession | undefined;

  /**
   * @param source - where sessions come from; asked at each start
   * @param changed - hears of each change
   */
  constructor(source: () => SessionSource, changed: (before: Moment, after: Moment) => void) {
    this.#source = source;
    this.#changed = changed;
  }

  get moment(): Moment {
    return this.#moment;
  }

  /** Begins an attempt, in place of the one that is under way. */
  start(request: SessionRequest): void {
    const signal = this.#begin();
    this.#be({ state: { phase: 'loading' }, camera: undefined });
    this.#settle(signal, async () => {
      const session = await this.#source().open(request, signal);
      if (signal.aborted) return session.stop();
      this.#session = session;
      session.subscribe(() => {
        if (!signal.aborted) this.#be({ state: session.state, camera: session.camera });
      });
      this.#be({ state: session.state, camera: session.camera });
    });
  }

  /** Begins an attempt with a photograph. */
  look(photograph: Blob, request: SessionRequest): void {
    const signal = this.#begin();
    this.#be({ state: { phase: 'photograph' }, camera: undefined });
    this.#settle(signal, async () => {
      const state = await this.#source().look(photograph, request, signal);
      if (!signal.aborted) this.#be({ state, camera: undefined });
    });
  }

  switchCamera(choice: CameraChoice): void {
    this.#session?.switchCamera(choice);
  }

  /** Lets go of everything; what was decided is forgotten. */
  stop(): void {
    this.#letGo();
    this.#be(IDLE);
  }

  #begin(): AbortSignal {
    this.#letGo();
    this.#current = new AbortController();
    return this.#current.signal;
  }

  #letGo(): void {
    this.#current?.abort();
    this.#current = undefined;
    this.#session?.stop();
    this.#session = undefined;
  }

  #settle(signal: AbortSignal, run: () => Promise<void>): void {
    run().catch((error: unknown) => {
      if (signal.aborted) return;
      this.#letGo();
      this.#be({ state: { phase: 'failed', code: toFaceVerifyError(error, 'internal').code }, camera: undefined });
    });
  }

  #be(moment: Moment): void {
    const before = this.#moment;
    if (before.state === moment.state && before.camera === moment.camera) return;
    this.#moment = moment;
    this.#changed(before, moment);
  }
}

const IDLE: Moment = { state: { phase: 'idle' }, camera: undefined };
