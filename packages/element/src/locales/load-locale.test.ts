import { expect, test } from 'vitest';
import { en } from './en.ts';
import { chooseLocale, LOCALE_NAMES, loadLocale, overrideLocale } from './load-locale.ts';

test.for([
  [['de-AT'], 'de'],
  [[null, 'zh_TW'], 'zh'],
  [['sv', 'nl'], 'nl'],
  [['xx', undefined], 'en'],
  [['constructor'], 'en'],
] as const)('%o is spoken to in %s', ([wanted, name]) => {
  expect(chooseLocale(...wanted)).toBe(name);
});

test('every language says everything', async () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts);
  for (const name of LOCALE_NAMES) {
    const locale = await loadLocale(name);
    expect(locale.language).toBe(name);
    expect(texts(locale).filter((text) => text.trim() === '')).toEqual([]);
  }
});

test('a page’s own texts take the place of some and leave the others', () => {
  const own = overrideLocale(en, { actions: { start: 'Open' }, intro: { verify: { title: 'You?' } } });
  expect(own.actions).toEqual({ ...en.actions, start: 'Open' });
  expect(own.intro.verify).toEqual({ title: 'You?', detail: en.intro.verify.detail });
  expect(own.intro.enrol).toEqual(en.intro.enrol);
});
