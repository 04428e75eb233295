import { describe, expect, it } from 'vitest';
import { splitIdentities } from './split-identities.ts';

const people = (count: number) => Array.from({ length: count }, (_, i) => `person ${i}`);

describe('splitIdentities', () => {
  it('keeps the share that was asked for, the same for the same seed', () => {
    const split = splitIdentities(people(100), 0.2, 1);
    expect(split.size).toBe(20);
    expect(splitIdentities(people(100).reverse(), 0.2, 1)).toEqual(split);
    expect(splitIdentities(people(100), 0.2, 2)).not.toEqual(split);
  });

  it('moves hardly anyone where a person is added', () => {
    const before = splitIdentities(people(100), 0.2, 1);
    const after = splitIdentities(people(101), 0.2, 1);
    expect([...before].filter((person) => after.has(person)).length).toBeGreaterThanOrEqual(19);
  });

  it('keeps two identities at least, and none where two would not be left', () => {
    expect(splitIdentities(people(4), 0.01, 1).size).toBe(2);
    expect(splitIdentities(people(3), 0.5, 1).size).toBe(0);
    expect(splitIdentities(people(1), 0.5, 1).size).toBe(0);
    expect(splitIdentities(people(100), 0, 1).size).toBe(0);
  });
});
