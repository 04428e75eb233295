import { ALIGNED_SIZE_PX } from '@face-verify/core';
import { defineNetwork, type FeatureMap } from '../feature-map.ts';
import type { Network } from '../network.ts';

/** A network that describes a face, in two parts, so that another head can take its features. */
export interface Embedder {
  /** Side of the images that it was designed for; that of aligned faces unless said. */
  readonly sidePx?: number;
  /** From the image to the last map that still has places: 7×7 for most. */
  features(image: FeatureMap): FeatureMap;
  /** That map to a vector, 1×1. */
  embedding(features: FeatureMap): FeatureMap;
}

/** @param sidePx - of the input; smaller than designed in tests */
export function defineEmbedder(
  name: string,
  { sidePx: designed = ALIGNED_SIZE_PX, features, embedding }: Embedder,
  sidePx: number = designed,
): Network {
  return defineNetwork(name, [sidePx, sidePx, 3], (image) => embedding(features(image)));
}
