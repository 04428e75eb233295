import { en } from './en.ts';
import type { Locale, LocaleOverrides } from './locale.ts';

/** Languages that ship, by BCP 47 language; each is fetched when it is asked for. */
const LOCALES = {
  en: async () => en,
  nl: async () => (await import('./nl.ts')).nl,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  pt: async () => (await import('./pt.ts')).pt,
  ar: async () => (await import('./ar.ts')).ar,
  hi: async () => (await import('./hi.ts')).hi,
  id: async () => (await import('./id.ts')).id,
  zh: async () => (await import('./zh.ts')).zh,
  ja: async () => (await import('./ja.ts')).ja,
} as const satisfies Readonly<Record<string, () => Promise<Locale>>>;

/** A language that ships, by its BCP 47 tag. */
export type LocaleName = keyof typeof LOCALES;

/** The languages that ship. */
export const LOCALE_NAMES = Object.keys(LOCALES) as readonly LocaleName[];

/** The first of some BCP 47 tags whose language ships; English where none does. */
export function chooseLocale(...wanted: readonly (string | null | undefined)[]): LocaleName {
  const languages = wanted.map((tag) => tag?.toLowerCase().split(/[-_]/)[0]);
  return languages.find(isShipped) ?? 'en';
}

function isShipped(language: string | undefined): language is LocaleName {
  return language !== undefined && Object.hasOwn(LOCALES, language);
}

/** English where the language cannot be fetched: an element without words helps nobody. */
export async function loadLocale(name: LocaleName): Promise<Locale> {
  return LOCALES[name]().catch(() => en);
}

/** A locale with a page's own texts in place of some. */
export function overrideLocale(locale: Locale, overrides: LocaleOverrides): Locale {
  return merge(locale, overrides) as Locale;
}

function merge(base: object, own: object): object {
  const entries = Object.entries(own).filter(([, value]) => value !== undefined);
  const merged = entries.map(([key, value]) => {
    const before: unknown = Reflect.get(base, key);
    return [key, typeof value === 'object' && typeof before === 'object' && before ? merge(before, value) : value];
  });
  return { ...base, ...Object.fromEntries(merged) };
}
