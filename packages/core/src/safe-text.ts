const MAX_LENGTH = 400;

/** Patterns of text that may be an image, an embedding or the bytes of a file, and what replaces each. */
const CONTENTS: readonly (readonly [RegExp, string])[] = [
  // Up to the end of the text, since an address may contain spaces and then has no visible end.
  [/\bdata:\S[\s\S]*/gi, 'data:…'],
  // Bytes that were read as text, as parsers quote them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that no sentence has.
  [/[\u0000-\u0008\u000e-\u001f\ufffd][\s\S]*/g, '…'],
  // Base64 without its address. A SHA-256 in hexadecimal has 64 characters.
  [/[\w+/=%-]{120,}/g, '…'],
  // Numbers in a row: pixels or a vector.
  [/(?:-?[\d.]+(?:e[+-]?\d+)?[,;\s]+){16,}[\s\S]*/gi, '…'],
];

/** A text of unknown origin that may go into logs: without what may be contents of a file, and not long. */
export function safeText(text: string): string {
  const cut = CONTENTS.reduce((rest, [contents, left]) => rest.replace(contents, left), text);
  return cut.length > MAX_LENGTH ? `${cut.slice(0, MAX_LENGTH)}…` : cut;
}
