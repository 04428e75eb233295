import { createHash } from 'node:crypto';

/** With one identity a side, no pair shows two people: nothing to learn from, nothing to measure. */
const MIN_IDENTITIES = 2;

/**
 * Chooses the identities to validate on. Each identity's rank follows from the seed and its name alone, so that adding
 * people to a set moves few of the others, and adding photographs none.
 *
 * @param valShare - share of the identities, in [0, 1)
 * @returns empty where two identities cannot be left on either side
 */
export function splitIdentities(identities: readonly string[], valShare: number, seed: number): ReadonlySet<string> {
  if (valShare === 0) return new Set();
  const count = Math.max(MIN_IDENTITIES, Math.round(valShare * identities.length));
  if (identities.length - count < MIN_IDENTITIES) return new Set();
  const rank = (identity: string) => createHash('sha256').update(`${seed}/${identity}`).digest('hex');
  const ranked = identities.map((identity) => ({ identity, rank: rank(identity) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return new Set(ranked.slice(0, count).map(({ identity }) => identity));
}
