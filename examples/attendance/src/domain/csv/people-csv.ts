import type { Consent, Person } from '../person.ts';
import { type Delimiter, writeCsv } from './write-csv.ts';

const HEADER = ['id', 'name', 'number', 'group', 'active', 'consent', 'consent at', 'consent wording', 'consent by'];

/** People as a table that `planRosterImport` reads back. Templates, PINs, cards and photographs are not in it. */
export function writePeopleCsv(people: readonly Person[], delimiter?: Delimiter): string {
  const rows = people.map(({ id, name, number, group, active, consent }) => [
    ...[id, name, number, group, active ? 'yes' : 'no'],
    ...(consent === undefined
      ? ['', '', '', '']
      : [consentWord(consent), consent.at, consent.wording, consent.givenBy]),
  ]);
  return writeCsv(HEADER, rows, delimiter);
}

/** What was agreed to, as a cell says it. */
export const CONSENT_WORDS = {
  none: { face: false, photographs: false },
  face: { face: true, photographs: false },
  'face and photographs': { face: true, photographs: true },
  photographs: { face: false, photographs: true },
} as const;

function consentWord(consent: Consent): string {
  const words = Object.keys(CONSENT_WORDS) as (keyof typeof CONSENT_WORDS)[];
  return words.find((word) => sameConsent(CONSENT_WORDS[word], consent)) ?? 'none';
}

function sameConsent(a: Pick<Consent, 'face' | 'photographs'>, b: Consent): boolean {
  return a.face === b.face && a.photographs === b.photographs;
}
