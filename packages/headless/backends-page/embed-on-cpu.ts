import { createEmbedding, type Embedding, type RgbImage } from '@face-verify/core';
import {
  createInference,
  DEFAULT_MODEL,
  decodeHalfFloats,
  type Inference,
  NETWORKS,
  type Network,
  networkInput,
  parseCard,
  splitParameters,
} from '@face-verify/nets';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';

/** Embeds aligned faces with the default model on tfjs's CPU backend: plain JavaScript, in the order of the formulas. */
export async function loadCpuEmbedder(): Promise<(aligned: RgbImage, like: Embedding) => Promise<Embedding>> {
  const file = async (name: string) => fetch(`face-verify/models/${DEFAULT_MODEL}/${name}`);
  const card = parseCard(await (await file('card.json')).json());
  const network = NETWORKS[card.architecture]?.() as Network;
  const weights = splitParameters(
    network,
    decodeHalfFloats(new Uint8Array(await (await file('weights.bin')).arrayBuffer())),
  );
  if (!(await tf.setBackend('cpu'))) throw new Error('The CPU backend does not start.');
  const inference: Inference = createInference(network, weights);
  return async (aligned, { contract }) => {
    const output = tf.tidy(() => inference.run(networkInput([aligned], aligned.widthPx, 'embedder')));
    const values = await output.data();
    output.dispose();
    return createEmbedding(values, contract);
  };
}
