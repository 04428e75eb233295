import type { Instant } from '../instant.ts';
import { toBase64Url } from './base64-url.ts';

/** What is stored of the QR code that a person carries. A new card ends the one before; no card ends it too. */
export interface Card {
  readonly issuedAt: Instant;
  /** SHA-256 of the code's text, base64url; the text itself is not kept, so a lost card is replaced, not printed again. */
  readonly hash: string;
}

/** How the text of a card begins, so that other QR codes are told apart. */
const PREFIX = 'FV-CARD-1:';

/** The text to print as a QR code, once, and what to store of it. 128 random bits: it cannot be guessed. */
export async function issueCard(issuedAt: Instant): Promise<{ readonly text: string; readonly card: Card }> {
  const text = PREFIX + toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
  return { text, card: { issuedAt, hash: await hashCard(text) } };
}

/** What is stored of the card that shows this text; of another QR code it is no card's. */
export async function hashCard(text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
