import ada from '@face-verify/testkit/fixtures/ada-front.jpg?url';
import { createFaceVerifier, type FaceVerifier } from 'face-verify';
import type { LiveHarness, LiveTimes } from '../src/bench/live/live-harness.ts';
import { exposeHarness } from '../src/in-page/expose-harness.ts';
import { EngineLog } from './engine-log.ts';
import { TremblingFilm } from './trembling-film.ts';

/** So many that what a session takes to begin does not count among the frames that it looks at. */
const EMBEDDED_FRAMES = 8;

/** One person before a camera, who is compared with a photograph again and again. */
class Live implements LiveHarness {
  readonly #film = new TremblingFilm();
  readonly #log = new EngineLog(this.#film.video);
  #verifier: FaceVerifier | undefined;

  async load(): Promise<{ readonly chromium: string }> {
    this.#verifier = await createFaceVerifier({ backend: 'wasm' });
    await this.#film.play(await photograph());
    return { chromium: /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 'of unknown version' };
  }

  async verify(sessions: number): Promise<LiveTimes> {
    if (this.#verifier === undefined) throw new Error('Load first.');
    this.#log.tracked.length = 0;
    this.#log.looked = 0;
    const decisionMs: number[] = [];
    for (let i = 0; i < sessions; i++) {
      const options = { mode: 'verify', reference: await photograph(), frames: EMBEDDED_FRAMES } as const;
      const session = this.#verifier.watch(this.#film.video, options);
      const end = await session.ended();
      decisionMs.push(performance.now() - this.#log.embeddedFrameMs);
      session.stop();
      if (end.phase !== 'done') throw new Error(`A session ended in phase ${end.phase}.`);
    }
    return { looked: this.#log.looked, tracked: [...this.#log.tracked], decisionMs };
  }
}

async function photograph(): Promise<Blob> {
  return (await fetch(ada)).blob();
}

exposeHarness(new Live());
