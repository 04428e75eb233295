import { LANGUAGE_NAMES } from './language-names.ts';

/** That of the device, or English where it does not ship. */
export function deviceLanguage(locale: string = new Intl.DateTimeFormat().resolvedOptions().locale): string {
  const { language } = new Intl.Locale(locale);
  return Object.hasOwn(LANGUAGE_NAMES, language) ? language : 'en';
}
