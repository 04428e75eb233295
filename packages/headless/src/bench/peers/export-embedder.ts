import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_MODEL, decodeHalfFloats, NETWORKS, splitParameters } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import { toOnnx } from './to-onnx.ts';
import { toTflite } from './to-tflite.ts';

/** The shipped embedder with its weights, as the other runtimes read it. */
export function exportEmbedder(peers: string): Readonly<Record<string, Uint8Array>> {
  const folder = join(MODELS_FOLDER, DEFAULT_MODEL);
  const { architecture } = JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8')) as { architecture: string };
  const network = NETWORKS[architecture]?.();
  if (network === undefined) throw new Error(`There is no network ${architecture}.`);
  const parameters = splitParameters(network, decodeHalfFloats(readFileSync(join(folder, 'weights.bin'))));
  return { 'embedder.onnx': toOnnx(network, parameters, peers), 'embedder.tflite': toTflite(network, parameters) };
}
