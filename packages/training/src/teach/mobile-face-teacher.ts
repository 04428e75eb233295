import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RgbImage } from '@face-verify/core';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';

/** Maps of the graph that a student's stages are compared with: 28², 14² and 7². */
const HINT_NODES = { stage1: '_plus1', stage2: '_plus3', stage3: '_plus5' } as const;

export type HintName = keyof typeof HINT_NODES;

/** Teacher M: MobileFace V2, a tfjs graph. Small enough to see the very picture that the student sees. */
export interface MobileFaceTeacher {
  /** Channels of each hint. */
  readonly hintChannels: Readonly<Record<HintName, number>>;
  /** @returns `embedding` [N, 256], not normalised; `hints` [N, H, W, C] */
  teach(faces: readonly RgbImage[]): { embedding: tf.Tensor2D; hints: Record<HintName, tf.Tensor4D> };
  dispose(): void;
}

export async function loadMobileFaceTeacher(modelJson: string): Promise<MobileFaceTeacher> {
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(modelJson, 'utf8'));
  const files: string[] = weightsManifest.flatMap(({ paths }: { paths: string[] }) => paths);
  const parts = await Promise.all(files.map((name) => readFile(path.join(path.dirname(modelJson), name))));
  const bytes = Buffer.concat(parts);
  const model = await loadGraphModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest.flatMap(({ weights }: { weights: object[] }) => weights),
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    }),
  });
  const names = Object.keys(HINT_NODES) as HintName[];
  const nodes = names.map((name) => HINT_NODES[name]);

  const teach = (faces: readonly RgbImage[]) => {
    const size = faces[0]?.widthPx as number;
    const pixels = new Float32Array(faces.length * size * size * 3);
    faces.forEach(({ data }, i) => {
      pixels.set(data, i * size * size * 3);
    });
    return tf.tidy(() => {
      const outputs = model.execute({ input: tf.tensor4d(pixels, [faces.length, size, size, 3]) }, [
        'embedding',
        ...nodes,
      ]) as tf.Tensor[];
      const [embedding, ...maps] = outputs as [tf.Tensor2D, ...tf.Tensor4D[]];
      return {
        embedding,
        hints: Object.fromEntries(names.map((name, i) => [name, maps[i]])) as Record<HintName, tf.Tensor4D>,
      };
    });
  };

  const probe = { widthPx: 112, heightPx: 112, channels: 3, data: new Uint8Array(112 * 112 * 3) } as const;
  const first = teach([probe]);
  const hintChannels = Object.fromEntries(names.map((name) => [name, first.hints[name].shape[3]])) as Record<
    HintName,
    number
  >;
  tf.dispose(first);
  return { hintChannels, teach, dispose: () => model.dispose() };
}
