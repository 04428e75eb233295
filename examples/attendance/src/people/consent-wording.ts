/** Of the text of consent in the messages: another text is another version, so that records say what was agreed to. */
const VERSION = '2026-11';

/** Which text somebody agreed to, as a consent record says it. */
export function consentWording(language: string): string {
  return `${VERSION}/${language}`;
}
