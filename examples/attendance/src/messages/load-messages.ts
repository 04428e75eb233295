import { en } from './en/en.ts';
import type { LANGUAGE_NAMES } from './language-names.ts';
import type { Messages } from './messages.ts';

type Language = keyof typeof LANGUAGE_NAMES;

/** Languages that ship, by BCP 47 language; each is fetched when it is set. */
const LANGUAGES = {
  en: async () => en,
  nl: async () => (await import('./nl/nl.ts')).nl,
  de: async () => (await import('./de/de.ts')).de,
  fr: async () => (await import('./fr/fr.ts')).fr,
  es: async () => (await import('./es/es.ts')).es,
  pt: async () => (await import('./pt/pt.ts')).pt,
  ar: async () => (await import('./ar/ar.ts')).ar,
  hi: async () => (await import('./hi/hi.ts')).hi,
  id: async () => (await import('./id/id.ts')).id,
  zh: async () => (await import('./zh/zh.ts')).zh,
  ja: async () => (await import('./ja/ja.ts')).ja,
} as const satisfies Readonly<Record<Language, () => Promise<Messages>>>;

/** @param tag - BCP 47; English where its language does not ship or cannot be fetched */
export async function loadMessages(tag: string): Promise<Messages> {
  const [language = ''] = tag.toLowerCase().split('-');
  if (!isShipped(language)) return en;
  return LANGUAGES[language]().catch(() => en);
}

function isShipped(language: string): language is Language {
  return Object.hasOwn(LANGUAGES, language);
}
