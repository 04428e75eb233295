import type { PeerInPage } from '../../src/bench/peers/peer-harness.ts';
import { drawOnCanvas } from './draw-on-canvas.ts';

interface Human {
  load(): Promise<void>;
  detect(image: HTMLCanvasElement): Promise<{ readonly face: readonly { readonly embedding?: readonly number[] }[] }>;
}

const OFF = { enabled: false };
/** What an embedding needs and no more, on one thread, nothing kept from one photograph for the next. */
const OPTIONS = {
  backend: 'wasm',
  wasmPath: '/peers/@tensorflow/tfjs-backend-wasm/dist/',
  modelBasePath: '/peers/@vladmandic/human/models/',
  debug: false,
  cacheSensitivity: 0,
  filter: OFF,
  face: {
    enabled: true,
    detector: { rotation: true, maxDetected: 1 },
    mesh: { enabled: true },
    description: { enabled: true },
    iris: OFF,
    emotion: OFF,
    antispoof: OFF,
    liveness: OFF,
  },
  body: OFF,
  hand: OFF,
  object: OFF,
  gesture: OFF,
  segmentation: OFF,
};

export function human(): PeerInPage {
  let library: Human;
  return {
    load: async () => {
      const url = '/peers/@vladmandic/human/dist/human.esm.js';
      const { Human } = (await import(/* @vite-ignore */ url)) as { Human: new (options: object) => Human };
      library = new Human(OPTIONS);
      await library.load();
    },
    embed: async (photograph) => {
      const { face } = await library.detect(await drawOnCanvas(photograph));
      const vector = face[0]?.embedding;
      return vector?.length ? { vector: Float32Array.from(vector) } : {};
    },
  };
}
