import type { PeerInPage } from '../../src/bench/peers/peer-harness.ts';
import { networkInput } from './network-input.ts';

interface LiteRtTensor {
  data(): Promise<Float32Array>;
  delete(): void;
}

interface LiteRt {
  loadLiteRt(folder: string): Promise<unknown>;
  loadAndCompile(
    model: string,
    options: { accelerator: 'wasm' },
  ): Promise<{ run(input: LiteRtTensor): Promise<readonly LiteRtTensor[]> }>;
  readonly Tensor: new (data: Float32Array, shape: readonly number[]) => LiteRtTensor;
}

export function liteRt(): PeerInPage {
  let infer: NonNullable<PeerInPage['infer']>;
  return {
    load: async () => {
      const url = '/peers/@litertjs/core/dist/index.js';
      const runtime = (await import(/* @vite-ignore */ url)) as LiteRt;
      await runtime.loadLiteRt('/peers/@litertjs/core/wasm/');
      const model = await runtime.loadAndCompile(`${location.origin}/exported/embedder.tflite`, {
        accelerator: 'wasm',
      });
      infer = async (rgb) => {
        const side = Math.sqrt(rgb.length / 3);
        const input = new runtime.Tensor(networkInput(rgb, false), [1, side, side, 3]);
        const [output] = await model.run(input);
        const values = Float32Array.from((await output?.data()) ?? []);
        output?.delete();
        input.delete();
        return values;
      };
    },
    infer: (rgb) => infer(rgb),
  };
}
