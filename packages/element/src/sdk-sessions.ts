import {
  type CapturedBySession,
  createFaceVerifier,
  type FaceVerifier,
  type SessionState,
  watchFace,
} from 'face-verify';
import { decidePhotograph } from './decide-photograph.ts';
import type { ElementState } from './element-state.ts';
import { readReference } from './face-verify-reference.ts';
import type { LiveSession, SessionRequest, SessionSource } from './live-session.ts';
import { SignedSession, signState } from './signed-session.ts';
import { watchOptionsOf } from './watch-options-of.ts';

/** Sessions of the SDK, by a verifier that is loaded once. */
export class SdkSessions implements SessionSource {
  readonly #given: FaceVerifier | undefined;
  readonly #assets: string | undefined;
  readonly #disposal = new AbortController();
  #loading: Promise<FaceVerifier> | undefined;

  /**
   * @param given - a verifier of the page's own, which stays when this is disposed of
   * @param assets - for one of this element's, where none is given
   */
  constructor({ given, assets }: { given: FaceVerifier | undefined; assets: string | undefined }) {
    this.#given = given;
    this.#assets = assets;
  }

  async open(request: SessionRequest, signal: AbortSignal): Promise<LiveSession> {
    // Loads while the reference is being fetched.
    const verifier = this.#verifier();
    const reference = await readReference(request.reference, signal);
    signal.throwIfAborted();
    const { camera, video } = request;
    const source = { video, ...(camera !== undefined && { camera }) };
    const session = watchFace(verifier, source, watchOptionsOf(request, reference));
    session.subscribe(letGoOfPhotograph);
    return request.sign === undefined ? session : new SignedSession(session, (state) => this.#sign(state, request));
  }

  async look(photograph: Blob, request: SessionRequest, signal: AbortSignal): Promise<ElementState> {
    const [verifier, reference] = await Promise.all([this.#verifier(), readReference(request.reference, signal)]);
    const result = await decidePhotograph(photograph, request, reference, verifier, signal);
    return this.#sign({ phase: 'done', result, ...NO_CAMERA }, request);
  }

  dispose(): void {
    this.#disposal.abort();
    this.#loading?.then(
      (verifier) => verifier.dispose(),
      () => undefined,
    );
  }

  async #sign(state: ElementState, { sign, mode }: SessionRequest): Promise<ElementState> {
    if (sign === undefined || mode !== 'verify') return state;
    return signState(state, sign, async () => (await this.#verifier()).contract);
  }

  /** One that could not be loaded is tried again at the next start. */
  #verifier(): Promise<FaceVerifier> {
    if (this.#given !== undefined) return Promise.resolve(this.#given);
    if (this.#loading !== undefined) return this.#loading;
    const { signal } = this.#disposal;
    const loading = createFaceVerifier({ signal, ...(this.#assets !== undefined && { assets: this.#assets }) });
    this.#loading = loading;
    loading.catch(() => {
      this.#loading = undefined;
    });
    return loading;
  }
}

/** A capture comes with the frame that it was made of. The element says that no picture is kept. */
function letGoOfPhotograph(state: SessionState): void {
  if (state.phase !== 'done') return;
  const { photograph } = state.result as Partial<CapturedBySession>;
  photograph?.close();
}

const NO_CAMERA = {
  liveness: { outcome: 'not-asked' },
  camera: undefined,
  virtualCamera: { virtual: 'unknown', why: [] },
} as const;
