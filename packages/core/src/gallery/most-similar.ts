import { dotProduct } from '../dot-product.ts';
import { type CosineSimilarity, toCosine } from '../embedding.ts';
import type { GalleryBlock } from './gallery-block.ts';
import { Ranking } from './ranking.ts';

/** A subject of a gallery, and how similar it is to a probe. */
export interface Candidate {
  /** That the subject was added under. */
  readonly id: string;
  readonly similarity: CosineSimilarity;
}

/**
 * The most similar subjects, the best first. Compares with every one, in the same way as `cosineSimilarity`, so that
 * the similarities are the same to the bit.
 *
 * @param vector - of unit length
 * @param count - how many at most, at least 1
 */
export function mostSimilar(gallery: GalleryBlock, vector: Float32Array, count: number): Candidate[] {
  const { dimension, vectors, ids, size } = gallery;
  const ranking = new Ranking<number>(count);
  for (let row = 0; row < size; row++) {
    const value = dotProduct(vector, 0, vectors, row * dimension, dimension);
    if (value > ranking.least) ranking.offer(value, row);
  }
  return ranking.best.map(({ item: row, value }) => ({ id: ids[row] as string, similarity: toCosine(value) }));
}
