import { en } from './en/en.ts';
import type { Messages } from './messages.ts';

/** Languages that ship, by BCP 47 language; each is fetched when it is set. */
const LANGUAGES = {
  en: async () => en,
  de: async () => (await import('./de/de.ts')).de,
  nl: async () => (await import('./nl/nl.ts')).nl,
  fr: async () => (await import('./fr/fr.ts')).fr,
  ar: async () => (await import('./ar/ar.ts')).ar,
} as const satisfies Readonly<Record<string, () => Promise<Messages>>>;

type Language = keyof typeof LANGUAGES;

/** @param tag - BCP 47; English where its language does not ship or cannot be fetched */
export async function loadMessages(tag: string): Promise<Messages> {
  const [language = ''] = tag.toLowerCase().split('-');
  if (!isShipped(language)) return en;
  return LANGUAGES[language]().catch(() => en);
}

function isShipped(language: string): language is Language {
  return Object.hasOwn(LANGUAGES, language);
}
