import { describe, expect, it } from 'vitest';
import { counted } from './counted.ts';

describe('counted', () => {
  it('says one and many apart, with the separators of the language', () => {
    const people = counted('de', { one: '# Person', other: '# Personen' });
    expect([people(1), people(5000)]).toEqual(['1 Person', '5.000 Personen']);
  });

  it('has a form for each number that Arabic tells apart', () => {
    const people = counted('ar', { zero: '0', one: '1', two: '2', few: 'few', many: 'many', other: 'other' });
    expect([0, 1, 2, 3, 11, 100].map(people)).toEqual(['0', '1', '2', 'few', 'many', 'other']);
  });
});
