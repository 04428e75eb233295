import type { PeerInPage } from '../../src/bench/peers/peer-harness.ts';
import { networkInput } from './network-input.ts';

type Values = Readonly<Record<string, { readonly data: Float32Array }>>;

interface OnnxRuntime {
  readonly env: { readonly wasm: { numThreads: number; wasmPaths: string } };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => object;
  readonly InferenceSession: {
    create(model: string, options: object): Promise<{ run(feeds: object): Promise<Values> }>;
  };
}

export function onnxRuntime(): PeerInPage {
  let infer: NonNullable<PeerInPage['infer']>;
  return {
    load: async () => {
      const url = '/peers/onnxruntime-web/dist/ort.wasm.bundle.min.mjs';
      const runtime = (await import(/* @vite-ignore */ url)) as OnnxRuntime;
      runtime.env.wasm.numThreads = 1;
      runtime.env.wasm.wasmPaths = `${location.origin}/peers/onnxruntime-web/dist/`;
      const session = await runtime.InferenceSession.create('/exported/embedder.onnx', {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
      });
      infer = async (rgb) => {
        const side = Math.sqrt(rgb.length / 3);
        const map0 = new runtime.Tensor('float32', networkInput(rgb, true), [1, 3, side, side]);
        const { embedding } = await session.run({ map0 });
        return (embedding as Values[string]).data;
      };
    },
    infer: (rgb) => infer(rgb),
  };
}
