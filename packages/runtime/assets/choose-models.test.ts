import { expect, test } from 'vitest';
import { chooseModels } from './choose-models.ts';

const COMMON = ['engine.js', 'models/face-points/card.json', 'models/blazeface-short-range/card.json'];
const files = [...COMMON, 'models/a/card.json', 'models/b/card.json'].map((path) => ({
  path,
  read: async () => new Uint8Array(),
}));
const chosen = (...models: string[]) => chooseModels(files, models).map(({ path }) => path);

test('the models that were not chosen are left out, and what every page needs stays', () => {
  expect(chosen('b')).toEqual([...COMMON, 'models/b/card.json']);
  expect(chosen()).toEqual(COMMON);
});

test('a model that is not there is refused with those that are', () => {
  expect(() => chosen('a', 'c')).toThrow('There is no model c. There are: face-points, blazeface-short-range, a, b.');
});
