import { describe, expect, it } from 'vitest';
import { createRandom } from '../data/random.ts';
import { cropOf } from '../testing/crop-of.ts';
import { measureRows } from './measure-rows.ts';

const random = createRandom(7);
const noise = (size: number) => Float32Array.from({ length: 16 }, () => size * (random() - 0.5));

/** Three crops each of thirty people, then forty faces of a group that the embeddings hardly tell apart. */
const PEOPLE = Array.from({ length: 30 }, () => noise(2));
const held = PEOPLE.flatMap((person, i) =>
  [0, 1, 2].map(() => ({
    record: cropOf({ identity: `person ${i}` }),
    row: noise(0.2).map((value, j) => value + (person[j] as number)),
  })),
);
const group = Array.from({ length: 40 }, (_, i) => ({
  record: cropOf({ set: 'utkface-groups', split: 'groups', source: `30_1_2_${i}.jpg` }),
  row: noise(0.1).map((value) => value + 1),
}));

describe('measuring embeddings of all crops', () => {
  const all = [...held, ...group];
  const report = measureRows(
    all.map(({ record }) => record),
    (crop) => all[crop]?.row ?? new Float32Array(16),
  );

  it('verifies the validation split', () => {
    expect(report.figures.auc).toBeGreaterThan(0.99);
  });

  it('says how often two people of a group would match', () => {
    expect(report.falseMatches).toEqual({ 'age: 20–39': 1, 'gender: female': 1, 'race: Asian': 1 });
  });
});

it('does not know the rate of a group of one, which is not 0', () => {
  const all = [
    ...held,
    { ...group[0], record: cropOf({ set: 'utkface-groups', split: 'groups', source: '30_1_2_0.jpg' }) },
  ];
  const { falseMatches } = measureRows(
    all.map(({ record }) => record),
    (crop) => all[crop]?.row ?? new Float32Array(16),
  );
  expect(falseMatches).toEqual({ 'age: 20–39': undefined, 'gender: female': undefined, 'race: Asian': undefined });
});

it('needs a validation split that is large enough for a threshold', () => {
  const few = held.slice(0, 6);
  const measure = () =>
    measureRows(
      few.map(({ record }) => record),
      (crop) => few[crop]?.row ?? new Float32Array(16),
    );
  expect(measure).toThrow('too small for a threshold');
});
