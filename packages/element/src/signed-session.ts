import { type CameraChoice, type CameraInUse, toFaceVerifyError } from 'face-verify';
import type { SignableResult } from 'face-verify/signed-result';
import type { ElementState } from './element-state.ts';
import type { FaceVerifyResult } from './face-verify-result.ts';
import type { SignFaceVerifyResult } from './face-verify-signing.ts';
import type { LiveSession } from './live-session.ts';

/**
 * A state with its result signed; one that cannot be signed has failed.
 *
 * @param contract - of the verifier
 */
export async function signState(
  state: ElementState,
  sign: SignFaceVerifyResult,
  contract: () => Promise<string>,
): Promise<ElementState> {
  if (state.phase !== 'done') return state;
  try {
    const facts = { contract: await contract(), liveness: state.liveness.outcome };
    // The session decided it in mode `verify`, so it is one of these.
    const token = await sign(state.result as SignableResult, facts);
    const result: FaceVerifyResult = { ...state.result, token };
    return { ...state, result };
  } catch (error) {
    return { phase: 'failed', code: toFaceVerifyError(error, 'internal').code };
  }
}

/** A session whose result is told once it is signed; until then it is being decided. */
export class SignedSession implements LiveSession {
  readonly #session: LiveSession;
  readonly #sign: (state: ElementState) => Promise<ElementState>;
  #listener: () => void = () => undefined;
  #isStopped = false;
  #shown: ElementState;

  constructor(session: LiveSession, sign: (state: ElementState) => Promise<ElementState>) {
    this.#session = session;
    this.#sign = sign;
    this.#shown = session.state;
    session.subscribe(() => this.#follow());
    this.#follow();
  }

  get state(): ElementState {
    return this.#shown;
  }

  get camera(): CameraInUse | undefined {
    return this.#session.camera;
  }

  subscribe(listener: () => void): void {
    this.#listener = listener;
  }

  switchCamera(choice: CameraChoice): void {
    this.#session.switchCamera(choice);
  }

  stop(): void {
    this.#isStopped = true;
    this.#session.stop();
  }

  #follow(): void {
    const { state } = this.#session;
    if (state.phase !== 'done') {
      this.#show(state);
      return;
    }
    this.#show({ phase: 'deciding' });
    this.#sign(state).then((signed) => {
      if (!this.#isStopped) this.#show(signed);
    });
  }

  #show(state: ElementState): void {
    this.#shown = state;
    this.#listener();
  }
}
