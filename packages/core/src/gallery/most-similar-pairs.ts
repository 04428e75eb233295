import { dotProduct } from '../dot-product.ts';
import type { GalleryBlock } from './gallery-block.ts';
import { Ranking } from './ranking.ts';

/** A range of rows, the end left out. */
interface Rows {
  readonly from: number;
  readonly to: number;
}

/** The most similar pairs of a gallery's rows, of those that reach a similarity. */
export class MostSimilarPairs {
  readonly #block: GalleryBlock;
  readonly #similarity: number;
  readonly #ranking: Ranking<readonly [number, number]>;
  #found = 0;

  /** @param count - how many are kept, at least 1; all are counted */
  constructor(block: GalleryBlock, similarity: number, count: number) {
    this.#block = block;
    this.#similarity = similarity;
    this.#ranking = new Ranking(count);
  }

  get found(): number {
    return this.#found;
  }

  get best(): Ranking<readonly [number, number]>['best'] {
    return this.#ranking.best;
  }

  /** Compares each row of the first range with those of the second that come after it. @returns how many pairs */
  compare(first: Rows, second: Rows): number {
    const { vectors, dimension } = this.#block;
    let compared = 0;
    for (let p = first.from; p < first.to; p++) {
      const pAt = p * dimension;
      const from = Math.max(second.from, p + 1);
      for (let q = from; q < second.to; q++) {
        const value = dotProduct(vectors, pAt, vectors, q * dimension, dimension);
        if (value >= this.#similarity) this.#offer(value, p, q);
      }
      compared += Math.max(0, second.to - from);
    }
    return compared;
  }

  #offer(value: number, p: number, q: number): void {
    this.#found++;
    if (value > this.#ranking.least) this.#ranking.offer(value, [p, q]);
  }
}
