import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * A stream of uniform numbers in [0, 1), named by a seed and an index. Every picture of a run draws from a stream of
 * its own, so that a run resumed at picture n draws what the uninterrupted one would have.
 */
export function createRandom(seed: number, stream = 0): () => number {
  // The multiplier is 2³² / golden ratio: it spreads neighbouring streams over all seeds.
  const generator = xoroshiro128plus(scatter(scatter(seed) ^ Math.imul(stream + 1, 0x9e3779b1)));
  return () => uniformFloat64(generator);
}

/**
 * Gives neighbouring numbers unrelated ones, and each another: the end of MurmurHash3 (Appleby, public domain). The
 * generator's first numbers follow its seed closely, so that those of neighbouring streams would follow each other.
 */
function scatter(value: number): number {
  const first = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
