/** Languages that ship, each by its own name. */
export const LANGUAGE_NAMES = { en: 'English', nl: 'Nederlands', de: 'Deutsch', ar: 'العربية' } as const;
