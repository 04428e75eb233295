import { createRandom } from '../../data/random.ts';
import type { Figure } from '../verification/paired-differences.ts';
import { groupByIdentity } from './group-by-identity.ts';

/** A number about one person. */
export interface Observation {
  readonly identity: string;
  readonly value: number;
}

const RESAMPLES = 1000;
const SEED = 1;
/** Half of what a 95 % interval leaves outside. */
const TAIL = 0.025;

/**
 * The mean, with a 95 % interval by bootstrap over identities: what is seen of one person is far from independent.
 *
 * @param observations - at least one
 */
export function meanWithInterval(observations: readonly Observation[]): Figure {
  const people = [...groupByIdentity(observations).values()].map((own) => ({
    sum: own.reduce((sum, { value }) => sum + value, 0),
    count: own.length,
  }));
  const random = createRandom(SEED);
  const resampled = Array.from({ length: RESAMPLES }, () =>
    mean(people.map(() => people[Math.floor(random() * people.length)] as (typeof people)[number])),
  ).sort((a, b) => a - b);
  const at = (share: number) => resampled[Math.round(share * (RESAMPLES - 1))] as number;
  return { value: mean(people), interval: [at(TAIL), at(1 - TAIL)] };
}

function mean(people: readonly { readonly sum: number; readonly count: number }[]): number {
  const sum = people.reduce((total, person) => total + person.sum, 0);
  return sum / people.reduce((total, person) => total + person.count, 0);
}
