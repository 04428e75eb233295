import * as tf from '@tensorflow/tfjs-core';

/** What is read of tfjs's WASM backend beyond its interface; of 4.22.0, and checked before it is relied on. */
interface WasmBackend extends tf.KernelBackend {
  readonly wasm: { readonly asm: Readonly<Record<string, unknown>>; readonly HEAPU8: Uint8Array };
  readonly dataIdMap: { get(dataId: tf.DataId): { readonly memoryOffset: number } };
  makeOutput(shape: number[], dtype: 'float32'): tf.TensorInfo;
}

/** The memory that tfjs's WASM backend keeps tensors in. It may grow at any time: addresses stay, views do not. */
export interface TfjsMemory {
  readonly memory: WebAssembly.Memory;
  /** Where the values of a tensor begin, in bytes: a multiple of 4. */
  addressOf(tensor: tf.Tensor): number;
  /** A tensor whose values are not set. */
  create<Rank extends tf.Rank>(shape: tf.ShapeMap[Rank]): tf.Tensor<Rank>;
}

/** Undefined where this is another backend, or a version of it that is built otherwise. */
export function tfjsMemory(backend: tf.KernelBackend): TfjsMemory | undefined {
  if (!isWasmBackend(backend)) return undefined;
  const memory = Object.values(backend.wasm.asm).find((value) => value instanceof WebAssembly.Memory);
  if (memory === undefined || memory.buffer !== backend.wasm.HEAPU8.buffer) return undefined;
  return {
    memory,
    addressOf: ({ dataId }) => backend.dataIdMap.get(dataId).memoryOffset,
    create: <Rank extends tf.Rank>(shape: tf.ShapeMap[Rank]) => {
      const info = backend.makeOutput([...shape], 'float32');
      return tf.engine().makeTensorFromTensorInfo(info, backend) as tf.Tensor<Rank>;
    },
  };
}

function isWasmBackend(backend: tf.KernelBackend): backend is WasmBackend {
  const { wasm, dataIdMap, makeOutput } = backend as Partial<WasmBackend>;
  return (
    typeof wasm?.asm === 'object' &&
    wasm.HEAPU8 instanceof Uint8Array &&
    typeof dataIdMap?.get === 'function' &&
    typeof makeOutput === 'function'
  );
}
