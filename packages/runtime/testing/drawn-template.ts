import { createEmbedding, type FaceTemplate, fuseTemplate } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';

/** A template as long as real ones, of a face that only `seed` tells from others. */
export function drawnTemplate(seed: number, modelId?: string): FaceTemplate {
  const vector = Array.from({ length: 128 }, (_, i) => Math.sin((seed + 1) * (i + 1)));
  return fuseTemplate([createEmbedding(vector, drawnContract(modelId))]);
}
