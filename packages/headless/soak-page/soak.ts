import { createFaceVerifier, type FaceSession, type FaceVerifier, type WatchOptions } from 'face-verify';
import type { SoakPage } from '../src/soak/soak-page.ts';
import { EndlessFilm, photograph } from './endless-film.ts';

const REFERENCE = 'ada-front.jpg';

/** Sessions of every mode, one after the other, before a film without end. */
class Soak implements SoakPage {
  readonly #film = new EndlessFilm();
  #verifier: FaceVerifier | undefined;
  #ends = 0;

  async load(): Promise<void> {
    this.#verifier = await createFaceVerifier({ backend: 'wasm' });
    await this.#film.load();
    await this.rest();
  }

  async watchUntil(frames: number): Promise<number> {
    const { looked } = this.#film;
    const enough = new AbortController();
    this.#film.play((count) => count >= frames && enough.abort());
    while (!enough.signal.aborted) {
      const session = await this.#watch();
      const stop = () => session.stop();
      enough.signal.addEventListener('abort', stop);
      const end = await session.ended();
      enough.signal.removeEventListener('abort', stop);
      session.stop();
      if (end.phase === 'failed') throw new Error(`A session failed: ${end.code}.`);
      if (end.phase === 'done') {
        this.#ends++;
        if (end.result.outcome === 'captured') end.result.photograph.close();
      }
    }
    this.#film.pause();
    if (this.#film.looked === looked) throw new Error('No frame was looked at.');
    await this.rest();
    return this.#ends;
  }

  /** Calls take turns: when this one has ended, so have those of the session before. */
  async rest(): Promise<void> {
    await this.#loaded().capture(await photograph(REFERENCE));
  }

  async #watch(): Promise<FaceSession<SoakResult>> {
    const reference = await photograph(REFERENCE);
    const modes: readonly WatchOptions[] = [
      { mode: 'verify', reference },
      { mode: 'enrol' },
      { mode: 'capture' },
      { mode: 'verify', reference, liveness: { kinds: ['turn-left'], count: 1 } },
    ];
    const options = modes[this.#ends % modes.length] as WatchOptions;
    return this.#loaded().watch(this.#film.video, options) as FaceSession<SoakResult>;
  }

  #loaded(): FaceVerifier {
    if (this.#verifier === undefined) throw new Error('Load first.');
    return this.#verifier;
  }
}

type SoakResult = { readonly outcome: 'captured'; readonly photograph: ImageBitmap } | { readonly outcome: 'other' };

window.soakPage = new Soak();
