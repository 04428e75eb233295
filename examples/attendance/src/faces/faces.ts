import {
  createFaceVerifier,
  type FaceVerifier,
  type FaceVerifyErrorCode,
  type LoadProgress,
  toFaceVerifyError,
} from 'face-verify';
import type { Person } from '../domain/person.ts';
import { type Live, LiveValue } from '../store/live.ts';
import { Roster } from './roster.ts';

/** Whether faces can be seen here. */
export type FacesState =
  /** @property progress - undefined until anything is known of it */
  | { readonly state: 'loading'; readonly progress: LoadProgress | undefined }
  | { readonly state: 'ready'; readonly verifier: FaceVerifier; readonly roster: Roster }
  | { readonly state: 'failed'; readonly code: FaceVerifyErrorCode };

/** The one verifier of this app, and the gallery of those who are enrolled. */
export class Faces {
  readonly #people: Live<readonly Person[]>;
  readonly #state = new LiveValue<FacesState>({ state: 'loading', progress: undefined });
  readonly #unwatch: () => void;
  readonly #disposed = new AbortController();

  constructor(people: Live<readonly Person[]>) {
    this.#people = people;
    this.#unwatch = people.watch(() => this.#gather());
    void this.load();
  }

  get state(): Live<FacesState> {
    return this.#state;
  }

  /** Loads what is needed to see faces; once more where that failed. */
  async load(): Promise<void> {
    const { signal } = this.#disposed;
    this.#state.set({ state: 'loading', progress: undefined });
    try {
      const onProgress = (progress: LoadProgress) => this.#state.set({ state: 'loading', progress });
      const verifier = await createFaceVerifier({ onProgress, signal });
      const roster = new Roster(verifier.contract);
      roster.follow(this.#people.current);
      this.#state.set({ state: 'ready', verifier, roster });
    } catch (error) {
      if (!signal.aborted) this.#state.set({ state: 'failed', code: toFaceVerifyError(error, 'internal').code });
    }
  }

  dispose(): void {
    this.#unwatch();
    this.#disposed.abort();
    if (this.#state.current.state === 'ready') this.#state.current.verifier.dispose();
  }

  #gather(): void {
    const { current } = this.#state;
    if (current.state !== 'ready') return;
    current.roster.follow(this.#people.current);
    // Views draw what is in it anew.
    this.#state.set({ ...current });
  }
}
