import {
  type ChallengeKind,
  type Gallery,
  type IdentificationResult,
  type SessionState,
  toFaceVerifyError,
} from 'face-verify';
import type { App } from '../app/app.ts';
import { createCheckIn } from '../domain/check-in.ts';
import { findByCard, findByNumber } from '../domain/find-person.ts';
import type { CheckInOrder, KioskEvent, KioskState, KioskWorld } from '../domain/kiosk/kiosk-state.ts';
import { startKiosk, stepKiosk } from '../domain/kiosk/step-kiosk.ts';
import type { PersonId } from '../domain/person.ts';
import { placeTimeAt } from '../domain/place-time.ts';
import { checkPin } from '../domain/secrets/pin.ts';
import { type Live, LiveValue } from '../store/live.ts';
import { type FaceHappening, FaceWatch } from './face-watch.ts';
import { keepFailures, loadFailures } from './kiosk-failures.ts';
import { LatestRecords } from './latest-records.ts';
import { scanCards } from './scan-card.ts';
import { WakeLock } from './wake-lock.ts';

/** What a kiosk shows beside what its state says. */
export interface KioskView {
  readonly state: KioskState;
  /** Of the attempt that is running. */
  readonly session: SessionState<IdentificationResult>;
  /** Whether the check-in that is greeted is kept. */
  readonly saved: 'saving' | 'saved' | 'failed';
  /** Milliseconds since 1970, at the last tick. */
  readonly nowMs: number;
}

/** A film in the place of the camera. */
export interface KioskFilm {
  readonly stream: MediaStream;
  perform(act: ChallengeKind | undefined): void;
  noteAnswer(): void;
  stop(): void;
}

type Unstamped = KioskEvent extends infer Event ? (Event extends KioskEvent ? Omit<Event, 'atMs'> : never) : never;

const TICK_MS = 1000;
/** A name stays so long after its person has left, for who looked at the door. */
const READ_MS = 1500;
const IDLE: SessionState<IdentificationResult> = { phase: 'idle' };

/** The effects of a kiosk around its reducer: faces, cards, PINs, the log, the clock. */
export class KioskRunner {
  readonly #app: Pick<App, 'store' | 'faces' | 'now'>;
  readonly #video: HTMLVideoElement;
  readonly #film: KioskFilm | undefined;
  readonly #latest: LatestRecords;
  readonly #wakeLock = new WakeLock();
  readonly #view: LiveValue<KioskView>;
  readonly #stops: (() => void)[] = [];
  #faces: FaceWatch | undefined;
  #attempt = 0;
  #request = 0;
  #shownAtMs = 0;
  #leave: ReturnType<typeof setTimeout> | undefined;
  #stopCards: (() => void) | undefined;
  #watched: readonly [Gallery, number, boolean] | undefined;

  /** @param film - shown in the place of the camera; it is this kiosk's to stop */
  constructor(app: Pick<App, 'store' | 'faces' | 'now'>, video: HTMLVideoElement, film: KioskFilm | undefined) {
    this.#app = app;
    this.#video = video;
    this.#film = film;
    this.#latest = new LatestRecords(app.store.log);
    const state = startKiosk(loadFailures());
    this.#view = new LiveValue<KioskView>({ state, session: IDLE, saved: 'saved', nowMs: app.now() });
    if (film !== undefined) Object.assign(video, { muted: true, playsInline: true, srcObject: film.stream });
    if (film !== undefined) video.play().catch(() => undefined);
    const { faces, store } = app;
    const timer = setInterval(() => this.#tick(), TICK_MS);
    this.#stops.push(
      () => clearInterval(timer),
      faces.state.watch(() => this.#watchFaces()),
      store.settings.current.watch(() => this.#watchFaces()),
    );
    this.#wakeLock.start();
    // A pause of before a reload is shown at once.
    this.cancel();
    this.#tick();
    this.#watchFaces();
  }

  get view(): Live<KioskView> {
    return this.#view;
  }

  choose(way: 'pin' | 'card'): void {
    this.#happen({ type: 'way-chosen', way });
  }

  cancel(): void {
    this.#happen({ type: 'cancelled' });
  }

  async givePin(number: string, pin: string): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    this.#happen({ type: 'secret-given', way: 'pin', request, number });
    if (!this.#isChecking(request)) return;
    const person = findByNumber(this.#app.store.people.all.current, number);
    const isRight = await checkPin(pin, person?.pin);
    this.#happen({ type: 'secret-checked', request, ...(isRight && person !== undefined && { person: person.id }) });
  }

  /** Lets go of everything; nothing of whoever was there is left. */
  stop(): void {
    clearTimeout(this.#leave);
    this.#stopCards?.();
    for (const stop of this.#stops.splice(0)) stop();
    this.#faces?.stop();
    this.#film?.stop();
    this.#latest.stop();
    this.#wakeLock.stop();
    this.#video.srcObject = null;
  }

  async #giveCard(text: string): Promise<void> {
    this.#request += 1;
    const request = this.#request;
    this.#happen({ type: 'secret-given', way: 'card', request });
    if (!this.#isChecking(request)) return;
    const person = await findByCard(this.#app.store.people.all.current, text);
    this.#happen({ type: 'secret-checked', request, ...(person !== undefined && { person: person.id }) });
  }

  #isChecking(request: number): boolean {
    const { screen } = this.#view.current.state;
    return screen.show === 'checking' && screen.request === request;
  }

  /** Watches with the gallery and the settings that hold now. */
  #watchFaces(): void {
    const { faces, store } = this.#app;
    const seen = faces.state.current;
    const { targetFmr, liveness } = store.settings.current.current;
    if (seen.state !== 'ready') return;
    const { verifier, roster } = seen;
    const watched = [roster.gallery, targetFmr, liveness] as const;
    if (this.#watched?.every((part, i) => part === watched[i])) return;
    this.#watched = watched;
    this.#faces?.stop();
    this.#faces = undefined;
    this.#happen({ type: 'face-left' });
    try {
      this.#faces = new FaceWatch({
        ...{ verifier, gallery: roster.gallery, fmr: targetFmr, liveness, video: this.#video },
        isFilm: this.#film !== undefined,
        happen: (happening) => this.#faceHappens(happening),
        show: (session) => this.#showSession(session),
      });
    } catch (error) {
      this.#happen({ type: 'camera-lost', code: toFaceVerifyError(error, 'internal').code });
    }
    const { show } = this.#view.current.state.screen;
    if (show === 'asking' || show === 'checking') this.#faces?.suspend();
  }

  #faceHappens(happening: FaceHappening): void {
    switch (happening.type) {
      case 'face-appeared':
        this.#attempt += 1;
        this.#happen({ ...happening, attempt: this.#attempt });
        break;
      case 'face-answered':
        this.#happen({ ...happening, attempt: this.#attempt });
        break;
      case 'face-left':
        this.#happen(happening);
        this.#clearSoon();
        break;
      default:
        this.#happen(happening);
    }
  }

  /** Whoever comes next finds nobody's name. */
  #clearSoon(): void {
    const { show } = this.#view.current.state.screen;
    if (show !== 'greeting' && show !== 'already' && show !== 'unknown') return;
    clearTimeout(this.#leave);
    const { screen } = this.#view.current.state;
    const clear = () => {
      if (this.#view.current.state.screen === screen) this.cancel();
    };
    this.#leave = setTimeout(clear, Math.max(0, this.#shownAtMs + READ_MS - this.#app.now()));
  }

  #showSession(session: SessionState<IdentificationResult>): void {
    this.#film?.perform(session.phase === 'challenging' && session.stage === 'doing' ? session.challenge : undefined);
    this.#set({ session });
  }

  #happen(event: Unstamped): void {
    const before = this.#view.current.state;
    const atMs = this.#app.now();
    const { state, record } = stepKiosk(before, { ...event, atMs } as KioskEvent, this.#world());
    if (state.failures !== before.failures) keepFailures(state.failures);
    this.#set({ state, nowMs: atMs, ...(record !== undefined && { saved: 'saving' }) });
    if (record !== undefined) void this.#record(record);
    if (state.screen !== before.screen) this.#enter(state.screen.show, before.screen.show);
  }

  #enter(show: KioskState['screen']['show'], before: KioskState['screen']['show']): void {
    this.#shownAtMs = this.#app.now();
    if (show === 'greeting' || show === 'already' || show === 'unknown' || show === 'several') this.#film?.noteAnswer();
    if (show === 'asking' || show === 'checking') this.#faces?.suspend();
    else if (before === 'asking' || before === 'checking') this.#faces?.begin();
    // Whoever still stands there may try again; who was greeted is left alone.
    else if (show === 'watching' && (before === 'unknown' || before === 'paused')) this.#faces?.begin();
    this.#scan();
  }

  /** Cards are looked for only where one was asked for, and only by one scanner. */
  #scan(): void {
    const { screen } = this.#view.current.state;
    const isWanted = (screen.show === 'asking' || screen.show === 'checking') && screen.way === 'card';
    if (isWanted) {
      this.#stopCards ??= scanCards(this.#video, (text) => void this.#giveCard(text));
    } else {
      this.#stopCards?.();
      this.#stopCards = undefined;
    }
  }

  async #record({ atMs, ...order }: CheckInOrder): Promise<void> {
    const { store } = this.#app;
    const { zone } = store.settings.current.current;
    const checkIn = createCheckIn({ ...order, atMs, zone, kiosk: store.kiosk, clock: store.checkClock() });
    try {
      await store.log.add({ checkIns: [checkIn] });
      this.#set({ saved: 'saved' });
    } catch {
      // The storage's state says why.
      this.#set({ saved: 'failed' });
    }
  }

  #world(): KioskWorld {
    const { store } = this.#app;
    return {
      settings: store.settings.current.current,
      lastRecord: (person: PersonId) => this.#latest.of(person),
      mayCheckIn: (person: PersonId) => store.people.get(person)?.active === true,
    };
  }

  #tick(): void {
    const nowMs = this.#app.now();
    void this.#latest.follow(placeTimeAt(nowMs, this.#app.store.settings.current.current.zone).localDate);
    this.#happen({ type: 'tick' });
  }

  #set(part: Partial<KioskView>): void {
    this.#view.set({ ...this.#view.current, ...part });
  }
}
