import type { FaceSession, FaceVerifier, Gallery, IdentificationResult, SessionState } from 'face-verify';
import type { FaceAnswer } from '../domain/kiosk/kiosk-state.ts';
import { toFaceAnswer } from '../domain/kiosk/to-face-answer.ts';

/** What faces do before a kiosk. */
export type FaceHappening =
  | { readonly type: 'face-appeared' }
  | { readonly type: 'face-answered'; readonly answer: FaceAnswer }
  | { readonly type: 'several-faces' }
  | { readonly type: 'face-left' }
  | { readonly type: 'camera-lost'; readonly code: string }
  | { readonly type: 'camera-found' };

type IdentifyState = SessionState<IdentificationResult>;

export interface FaceWatchSetup {
  readonly verifier: FaceVerifier;
  readonly gallery: Gallery;
  /** False match rate of one comparison. */
  readonly fmr: number;
  readonly liveness: boolean;
  readonly video: HTMLVideoElement;
  /** Whether the page itself shows something in the video, instead of a camera. */
  readonly isFilm: boolean;
  readonly happen: (happening: FaceHappening) => void;
  /** Where the attempt stands. */
  readonly show: (state: IdentifyState) => void;
}

/** Without a face for so long whoever was there has left. */
const GONE_MS = 1000;
/** How long somebody who was greeted is left alone before it is seen whether it is somebody else. */
const LINGER_MS = 700;
/** After the engine failed. */
const MEND_MS = 5000;

/**
 * Watches for faces, one attempt after the other, and tells what happens. Whoever was answered is not asked again as long
 * as they stay: a second session, without challenges, follows the same picture until they leave or somebody else is there.
 */
export class FaceWatch {
  readonly #setup: FaceWatchSetup;
  readonly #session: FaceSession<IdentificationResult>;
  readonly #lingering: FaceSession<IdentificationResult>;
  #seen: 'nobody' | 'face' | 'several' = 'nobody';
  /** Of whoever is still there after it. */
  #answered: FaceAnswer | undefined;
  #otherLooks = 0;
  #hasCamera = true;
  #isSuspended = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @throws {FaceVerifyError} `option-invalid` for a false match rate that the model was not measured at */
  constructor(setup: FaceWatchSetup) {
    this.#setup = setup;
    const { verifier, gallery, fmr, liveness, video, isFilm } = setup;
    const options = { mode: 'identify', gallery, threshold: { fmr } } as const;
    const begun = AbortSignal.abort();
    this.#lingering = verifier.watch(video, {
      ...{ ...options, signal: begun },
      onState: (state: IdentifyState) => this.#linger(state),
    });
    this.#session = verifier.watch(isFilm ? video : { video }, {
      ...{ ...options, liveness, keepCamera: true },
      onState: (state: IdentifyState) => this.#follow(state),
    });
  }

  /** Begins anew with whoever is there. */
  begin(): void {
    this.#rest();
    this.#isSuspended = false;
    this.#session.reset();
  }

  /** Leaves faces alone until {@link begin}; the camera stays on. */
  suspend(): void {
    this.#rest();
    this.#isSuspended = true;
  }

  stop(): void {
    this.#rest();
    this.#lingering.stop();
    this.#session.stop();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#lingering.stop();
    this.#seen = 'nobody';
    this.#answered = undefined;
    this.#otherLooks = 0;
  }

  #follow(state: IdentifyState): void {
    this.#noteCamera(state);
    if (this.#isSuspended || this.#answered !== undefined) return;
    this.#setup.show(state);
    if (state.phase === 'failed') this.#after(MEND_MS, () => this.begin());
    else if (state.phase === 'done') this.#answer(answerOf(state.result));
    else this.#see(seenIn(state));
  }

  #see(seen: 'nobody' | 'face' | 'several' | undefined): void {
    if (seen === undefined || seen === this.#seen) return;
    this.#seen = seen;
    const types = { nobody: 'face-left', face: 'face-appeared', several: 'several-faces' } as const;
    this.#setup.happen({ type: types[seen] });
  }

  #answer(answer: FaceAnswer): void {
    this.#answered = answer;
    this.#lingering.reset();
    this.#setup.happen({ type: 'face-answered', answer });
    // Nothing was learned: the same person at once again.
    if (answer.outcome === 'unusable' && this.#answered === answer) this.begin();
  }

  #linger(state: IdentifyState): void {
    const answered = this.#answered;
    if (answered === undefined) return;
    this.#noteCamera(state);
    const isEmpty = state.phase === 'searching' && state.hint !== 'one-person-only';
    if (!isEmpty) clearTimeout(this.#timer);
    if (isEmpty) this.#after(GONE_MS, () => this.#leave());
    else if (state.phase === 'failed') this.#after(MEND_MS, () => this.#lingering.reset());
    else if (state.phase === 'done') this.#compare(answered, answerOf(state.result));
  }

  /** Only who was greeted makes room for somebody else without a gap: others would get tries that are not counted. */
  #compare(before: FaceAnswer, now: FaceAnswer): void {
    const isOther = before.outcome === 'person' && !(now.outcome === 'person' && now.person === before.person);
    this.#otherLooks = isOther ? this.#otherLooks + 1 : 0;
    if (this.#otherLooks > 1 || (isOther && now.outcome === 'person')) this.#leave();
    else this.#after(LINGER_MS, () => this.#lingering.reset());
  }

  #leave(): void {
    this.#setup.happen({ type: 'face-left' });
    if (!this.#isSuspended) this.begin();
  }

  #noteCamera(state: IdentifyState): void {
    const code = troubleOf(state);
    if (code !== undefined) {
      this.#hasCamera = false;
      this.#seen = 'nobody';
      this.#setup.happen({ type: 'camera-lost', code });
    } else if (!this.#hasCamera && (state.phase === 'searching' || state.phase === 'guiding')) {
      this.#hasCamera = true;
      this.#setup.happen({ type: 'camera-found' });
    }
  }

  /** One thing waits at a time. */
  #after(ms: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, ms);
  }
}

function seenIn(state: IdentifyState): 'nobody' | 'face' | 'several' | undefined {
  if ('hint' in state && state.hint === 'one-person-only') return 'several';
  switch (state.phase) {
    case 'guiding':
    case 'challenging':
      return 'face';
    case 'searching':
    case 'awaiting-camera':
    case 'idle':
      return 'nobody';
    default:
      return undefined;
  }
}

function troubleOf(state: IdentifyState): string | undefined {
  if (state.phase === 'failed') return state.code;
  if (state.phase !== 'awaiting-camera' || state.reason === 'asking' || state.reason === 'page-hidden')
    return undefined;
  return state.reason;
}

function answerOf(result: Extract<IdentifyState, { phase: 'done' }>['result']): FaceAnswer {
  if (result.outcome === 'inconclusive' && result.reason === 'liveness-failed') return { outcome: 'not-live' };
  return toFaceAnswer(result as IdentificationResult);
}
