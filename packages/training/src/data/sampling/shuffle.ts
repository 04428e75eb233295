import { createRandom } from '../random.ts';

/** The numbers from 0 to `length` − 1 in the order that the seed and the round give (Fisher and Yates). */
export function shuffle(length: number, seed: number, round: number): Uint32Array {
  const random = createRandom(seed, round);
  const order = Uint32Array.from({ length }, (_, i) => i);
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
  return order;
}

/**
 * The n-th number where all from 0 to `length` − 1 come once, shuffled, then all again in another order: a function
 * of seed and n alone.
 */
export function createRounds(length: number, seed: number): (n: number) => number {
  // The order of one round is kept, since the next call nearly always asks for the same.
  let current = { round: -1, order: shuffle(0, seed, -1) };
  return (n) => {
    const round = Math.floor(n / length);
    if (round !== current.round) current = { round, order: shuffle(length, seed, round) };
    return current.order[n % length] as number;
  };
}
