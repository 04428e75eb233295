import { type Person, tidyField } from './person.ts';
import { hashCard } from './secrets/card.ts';

/** Finds the one active person with a number; several would leave it to chance, so they count as nobody. */
export function findByNumber(people: Iterable<Person>, number: string): Person | undefined {
  const wanted = tidyField(number);
  if (wanted === '') return undefined;
  const found = [...people].filter((person) => person.active && person.number === wanted);
  return found.length === 1 ? found[0] : undefined;
}

/** The active person whose card shows this text; undefined for a revoked card, an unknown one or another QR code. */
export async function findByCard(people: Iterable<Person>, text: string): Promise<Person | undefined> {
  const hash = await hashCard(text);
  for (const person of people) if (person.active && person.card?.hash === hash) return person;
  return undefined;
}
