import {
  type AlignedFace,
  type ChallengeKind,
  type Embedding,
  type FaceTemplate,
  FaceVerifyError,
  toFaceVerifyError,
} from '@face-verify/core';
import type { CameraChoice, CameraInUse } from '../camera/camera.ts';
import { CameraFeed, type CameraPage } from '../camera/camera-feed.ts';
import { CameraJudge } from '../camera/camera-judge.ts';
import type { ShownFrame } from '../camera/frame-watch.ts';
import { isSameCamera } from '../camera/is-same-camera.ts';
import { rememberCamera } from '../camera/remembered-camera.ts';
import type { VirtualCameraSignal } from '../camera/virtual-camera.ts';
import type { EngineCallOptions, FaceEngine } from '../engine/face-engine.ts';
import { FrameLooker } from './frame-looker.ts';
import { KeptFrames } from './kept-frames.ts';
import { isWatching } from './look-at-frame.ts';
import type { Decision } from './session-event.ts';
import type { SessionModel, SessionRequest, SessionRules } from './session-model.ts';
import { isFinal, type SessionState } from './session-state.ts';
import { type NewEvent, SessionStore } from './session-store.ts';
import type { EndedState, FaceSession } from './watch-options.ts';

/** How often time is told while somebody is being waited for. */
const WAIT_MS = 250;

/** What a session works with. */
export interface SessionWork {
  readonly engine: Pick<FaceEngine, 'look'>;
  readonly rules: SessionRules;
  embed(face: AlignedFace, options: EngineCallOptions): Promise<Embedding>;
  /** @returns how every attempt ends, where that is known already */
  prepare(signal: AbortSignal): Promise<Decision | undefined>;
  drawChallenges(): readonly ChallengeKind[];
  readonly keepsFrame?: boolean;
  decide(template: FaceTemplate, frame: ImageBitmap | undefined): Decision;
}

export interface SessionSetup {
  readonly video: HTMLVideoElement;
  /** The first of these that there is; empty where the page itself shows something in the video. */
  readonly cameras: readonly CameraChoice[];
  readonly keepCamera: boolean;
  readonly page: CameraPage;
  /** Stops the session, while its camera is on. */
  readonly signal: AbortSignal | undefined;
  readonly work: Promise<SessionWork>;
  /** Until {@link work} is there. */
  readonly rules: SessionRules;
}

/** The effects of a session: camera, page, engine and clock, around the store that says what is to be done. */
export class WatchedSession<Result> implements FaceSession<Result> {
  readonly #setup: SessionSetup;
  readonly #store: SessionStore;
  readonly #feed: CameraFeed;
  readonly #looker: FrameLooker;
  readonly #judge = new CameraJudge();
  #cameras: readonly CameraChoice[];
  #work: SessionWork | undefined;
  #isPrepared = false;
  #isCameraOn = false;
  /** The face of the frame that was looked at last. */
  #aligned: AlignedFace | undefined;
  readonly #frames = new KeptFrames();
  /** Ends with the attempt. */
  #attempt = new AbortController();
  #clock: ReturnType<typeof setInterval> | undefined;
  /** Ends what is listened to while the camera is on. */
  #listening: AbortController | undefined;

  constructor(setup: SessionSetup) {
    const { video, cameras, page, rules } = setup;
    this.#setup = setup;
    this.#cameras = cameras;
    this.#store = new SessionStore(rules);
    this.#looker = new FrameLooker(video);
    this.#feed = new CameraFeed(
      video,
      {
        asked: () => this.#store.dispatch({ type: 'camera-asked' }),
        opened: (opened) => {
          // One that only stood still is suspected as before.
          if (!isSameCamera(opened, this.#store.model.lastCamera)) this.#judge.reset();
          this.#store.dispatch({ type: 'camera-opened', camera: opened });
        },
        lost: (reason) => this.#store.dispatch({ type: 'camera-lost', reason }),
        frame: (frame) => void this.#look(frame),
      },
      page,
    );
    this.#store.subscribe((model, before) => this.#follow(model, before));
    // Whoever waits for it is told; nobody does where the session is stopped before.
    setup.work.catch(() => undefined);
  }

  get state(): SessionState<Result> {
    return this.#store.model.state as SessionState<Result>;
  }

  get camera(): CameraInUse | undefined {
    const { camera } = this.#store.model;
    return camera.status === 'open' ? camera.camera : undefined;
  }

  get virtualCamera(): VirtualCameraSignal {
    return this.#store.model.virtualCamera;
  }

  subscribe(listener: (state: SessionState<Result>) => void): () => void {
    return this.#store.subscribe(({ state }, before) => {
      if (state !== before.state) listener(state as SessionState<Result>);
    });
  }

  ended(): Promise<EndedState<Result>> {
    const isEnd = ({ phase }: SessionState) => phase === 'done' || phase === 'failed' || phase === 'idle';
    if (isEnd(this.state)) return Promise.resolve(this.state as EndedState<Result>);
    return new Promise((resolve) => {
      const forget = this.subscribe((state) => {
        if (!isEnd(state)) return;
        forget();
        resolve(state as EndedState<Result>);
      });
    });
  }

  start(): void {
    this.#beginBy({ type: 'started' });
  }

  switchCamera(choice: CameraChoice): void {
    if (this.#cameras.length === 0) return;
    this.#cameras = [choice];
    rememberCamera(choice);
    if (this.#isCameraOn) this.#feed.open(choice);
  }

  reset(): void {
    // Whoever begins anew may have said yes by now, or have plugged it in.
    if (this.#store.model.camera.status === 'lost') this.#cameraOff();
    this.#beginBy({ type: 'reset' });
  }

  stop(): void {
    this.#store.dispatch({ type: 'stopped' });
    this.#end();
    this.#cameraOff();
    this.#isPrepared = false;
  }

  #beginBy(event: NewEvent): void {
    this.#listen();
    this.#store.dispatch(event);
    // Whoever heard of it may have stopped the session.
    if (this.#listening !== undefined) this.#begin();
  }

  /** Whatever an attempt needs, as far as it is not there. */
  #begin(): void {
    this.#end();
    this.#attempt = new AbortController();
    this.#tellPage();
    if (!this.#isPrepared) void this.#prepare(this.#attempt.signal);
    if (this.#isCameraOn) return;
    this.#isCameraOn = true;
    if (this.#cameras.length === 0) this.#feed.follow();
    else this.#feed.open(...this.#cameras);
  }

  async #prepare(signal: AbortSignal): Promise<void> {
    await this.#orBreak(signal, async () => {
      const work = await this.#setup.work;
      const result = await work.prepare(signal);
      if (signal.aborted) return;
      this.#work = work;
      this.#store.rules = work.rules;
      if (result !== undefined) {
        this.#store.dispatch({ type: 'undecidable', result });
        return;
      }
      this.#isPrepared = true;
      this.#store.dispatch({ type: 'prepared' });
    });
  }

  async #look({ timestampMs }: ShownFrame): Promise<void> {
    this.#judge.frame(timestampMs);
    const work = this.#work;
    const { attempt, track } = this.#store.model;
    if (work === undefined || this.#looker.isLooking || !isWatching(this.#store.model)) return;
    const { signal } = this.#attempt;
    await this.#orBreak(signal, async () => {
      const { keepsFrame } = work;
      const seen = await this.#looker.look(work.engine, timestampMs, track, { signal, keepsFrame });
      if (seen === undefined || signal.aborted) {
        seen?.copy?.close();
        return;
      }
      const { moment, look, aligned, copy } = seen;
      // Pictures of nobody may well be alike: of the dark, of a lid over the lens.
      if (look.refusal !== 'no-face') this.#judge.picture(moment.picture);
      this.#judgeCamera();
      this.#aligned = aligned;
      if (copy !== undefined) this.#frames.add(moment, copy);
      this.#store.dispatch({ type: 'looked', attempt, moment, look });
      this.#frames.closeUnwanted(this.#store.model);
    });
  }

  #judgeCamera(): void {
    const camera = this.camera;
    if (camera === undefined) return;
    const signal = this.#judge.judge(camera, this.#feed.track?.getSettings() ?? {});
    const { virtual, why } = this.virtualCamera;
    if (signal.virtual !== virtual || signal.why.join() !== why.join()) {
      this.#store.dispatch({ type: 'camera-judged', signal });
    }
  }

  /** Does what a session asks for. */
  #follow(model: SessionModel, before: SessionModel): void {
    if (model.request !== undefined && model.request !== before.request) this.#serve(model.request, model.attempt);
    const isChallenging = model.state.phase === 'challenging';
    if (isChallenging && this.#clock === undefined) {
      this.#clock = setInterval(() => this.#store.dispatch({ type: 'waited' }), WAIT_MS);
    } else if (!isChallenging) this.#stopClock();
    if (isFinal(model.state) && !isFinal(before.state)) {
      this.#end();
      if (!this.#setup.keepCamera) this.#cameraOff();
    }
  }

  #serve(request: SessionRequest, attempt: number): void {
    const { signal } = this.#attempt;
    const [work, aligned] = [this.#work, this.#aligned];
    void this.#orBreak(signal, async () => {
      // All hear first of what is asked for, and may stop it.
      await Promise.resolve();
      if (signal.aborted) return;
      if (work === undefined) throw new FaceVerifyError('internal', 'A session asked before it was loaded.');
      if (request.type === 'draw-challenges') {
        this.#store.dispatch({ type: 'challenges-drawn', attempt, order: work.drawChallenges() });
      } else if (request.type === 'decide') {
        const { template, frames } = request.agreed;
        const result = work.decide(template, this.#frames.takeLast(frames));
        this.#store.dispatch({ type: 'decided', attempt, result });
      } else {
        if (aligned === undefined) throw new FaceVerifyError('internal', 'There is no face to embed.');
        const embedding = await work.embed(aligned, { signal });
        if (!signal.aborted) this.#store.dispatch({ type: 'embedded', attempt, moment: request.moment, embedding });
      }
    });
  }

  async #orBreak(signal: AbortSignal, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      // What fails because it is no longer wanted tells nothing.
      if (!signal.aborted) this.#store.dispatch({ type: 'broke', code: toFaceVerifyError(error, 'internal').code });
    }
  }

  #listen(): void {
    if (this.#listening !== undefined) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('visibilitychange', () => this.#tellPage(), { signal });
    this.#setup.signal?.addEventListener('abort', () => this.stop(), { signal });
  }

  /** Also what it became while nobody listened. */
  #tellPage(): void {
    this.#store.dispatch({ type: document.hidden ? 'page-hidden' : 'page-shown' });
  }

  #end(): void {
    this.#attempt.abort();
    this.#stopClock();
    this.#aligned = undefined;
    this.#frames.close();
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #cameraOff(): void {
    this.#isCameraOn = false;
    this.#feed.stop();
    this.#listening?.abort();
    this.#listening = undefined;
  }
}
