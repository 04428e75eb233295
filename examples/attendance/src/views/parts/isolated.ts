/** A text of another direction within a sentence, which keeps its own: a code or a name of a file. */
export function isolated(text: string): string {
  return text === '' ? '' : `\u2068${text}\u2069`;
}
