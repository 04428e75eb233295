import { expect, it } from 'vitest';
import { deviceLanguage } from './device-language.ts';

it.each([
  ['pt-BR', 'pt'],
  ['zh-Hant-TW', 'zh'],
  ['ar', 'ar'],
  ['tlh', 'en'],
])('a device set to %s begins in %s', (locale, language) => {
  expect(deviceLanguage(locale)).toBe(language);
});
