import {
  type ContractId,
  createFaceVerifier,
  createGallery,
  type FaceVerifier,
  type FaceVerifyErrorCode,
  type Gallery,
  type LoadProgress,
  templateCodec,
  toFaceVerifyError,
} from 'face-verify';
import { enrolmentState, type Person, type PersonId } from '../domain/person.ts';
import { type Live, LiveValue } from '../store/live.ts';

/** Whether faces can be seen here. */
export type FacesState =
  /** @property progress - undefined until anything is known of it */
  | { readonly state: 'loading'; readonly progress: LoadProgress | undefined }
  | { readonly state: 'ready'; readonly verifier: FaceVerifier; readonly roster: Roster }
  | { readonly state: 'failed'; readonly code: FaceVerifyErrorCode };

/** Whom the kiosk can greet by face. */
interface Roster {
  /** Templates under the ids of their people. */
  readonly gallery: Gallery;
  /** People whose template cannot be read though it says that it could: enrol them again. */
  readonly unreadable: ReadonlySet<PersonId>;
}

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
      this.#state.set({ state: 'ready', verifier, roster: gatherRoster(this.#people.current, verifier.contract) });
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
    this.#state.set({ ...current, roster: gatherRoster(this.#people.current, current.verifier.contract) });
  }
}

/** @param contract - of the verifier that compares; templates of another are left out */
function gatherRoster(people: readonly Person[], contract: ContractId): Roster {
  const gallery = createGallery(contract);
  const unreadable = new Set<PersonId>();
  for (const person of people) {
    if (person.enrolment === undefined || enrolmentState(person, contract) !== 'enrolled') continue;
    try {
      gallery.add(person.id, templateCodec.decode(person.enrolment.template));
    } catch {
      unreadable.add(person.id);
    }
  }
  return { gallery, unreadable };
}
