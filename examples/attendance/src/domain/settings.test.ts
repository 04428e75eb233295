import { expect, it } from 'vitest';
import { defaultSettings, findInvalidSettings } from './settings.ts';

it('is valid as it is at first, with liveness on', () => {
  expect(findInvalidSettings(defaultSettings())).toEqual([]);
  expect(defaultSettings().liveness).toBe(true);
});

it.each([
  ['zone', 'Europe/Atlantis'],
  ['targetFmr', 0],
  ['targetFmr', Number.NaN],
  ['targetFmr', '0.001'],
  ['liveness', 'yes'],
  ['directions', 'out-only'],
  ['retentionDays', 1.5],
  ['retentionDays', -1],
  ['language', 'English!'],
  ['coolDownSeconds', -1],
  ['attempts', 0],
  ['dayBoundary', '24:00:00'],
  ['longestShiftHours', undefined],
  ['theme', 'dark'],
])('names %s where it is %j', (name, value) => {
  expect(findInvalidSettings({ ...defaultSettings(), [name]: value })).toEqual([name]);
});

it('names what is missing, and nothing of objects themselves', () => {
  expect(findInvalidSettings({}).length).toBe(Object.keys(defaultSettings()).length);
  expect(findInvalidSettings({ ...defaultSettings(), constructor: 1 })).toEqual(['constructor']);
});
