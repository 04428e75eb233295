import { detect } from 'chardet';

export interface DecodedText {
  readonly text: string;
  /** As `TextDecoder` calls it; worth showing where it was guessed. */
  readonly encoding: string;
  /** No byte order mark and no UTF-8: letters may have come out wrong. */
  readonly guessed: boolean;
}

/** Of the old encodings, the one of most spreadsheets in the languages that this example speaks. */
const MOST_LIKELY = 'windows-1252';

/**
 * The text of a file in whatever encoding it has.
 *
 * @param encoding - where somebody knows better, as `TextDecoder` calls it
 * @throws {RangeError} where there is no such encoding
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  if (encoding !== undefined) return { text: decode(bytes, encoding), encoding, guessed: false };
  const marked = encodingByMark(bytes);
  if (marked !== undefined) return { text: decode(bytes, marked), encoding: marked, guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false };
  } catch {
    const guess = guessEncoding(bytes);
    return { text: decode(bytes, guess), encoding: guess, guessed: true };
  }
}

function encodingByMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function guessEncoding(bytes: Uint8Array): string {
  const guess = detect(bytes)?.toLowerCase() ?? MOST_LIKELY;
  // Web browsers read the one as the other, too.
  if (guess === 'iso-8859-1' || guess === 'ascii') return MOST_LIKELY;
  try {
    return new TextDecoder(guess).encoding;
  } catch {
    return MOST_LIKELY;
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
