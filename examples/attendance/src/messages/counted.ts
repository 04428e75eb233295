/** What is said of a number in one language; `#` stands for it. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * Says numbers as a language does, with its own signs for digits.
 *
 * @example
 * const people = counted('en', { one: '# person', other: '# people' });
 * people(1200); // 1,200 people
 */
export function counted(language: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (count) => (forms[rules.select(count)] ?? forms.other).replaceAll('#', digits.format(count));
}
