import type { Person } from '../domain/person.ts';
import { DEMO_PHOTOGRAPHS, type DemoMemberPhotographs } from './demo-photographs.ts';

/** A rendered person of the demonstration. */
export interface DemoMember {
  readonly name: string;
  /** To type with {@link DEMO_PIN}. */
  readonly number: string;
  readonly group: string;
  readonly photographs: DemoMemberPhotographs;
}

/** Of everybody in the demonstration. */
export const DEMO_PIN = '2468';

/** What marks the consent of people who do not exist. */
const DEMO_WORDING = 'demo';

export const DEMO_CAST: readonly DemoMember[] = [
  { name: 'Ada Lindqvist', number: '1001', group: 'Workshop', photographs: DEMO_PHOTOGRAPHS.ada },
  { name: 'Dieter Krause', number: '1002', group: 'Workshop', photographs: DEMO_PHOTOGRAPHS.dieter },
  { name: 'Gita Rao', number: '1003', group: 'Office', photographs: DEMO_PHOTOGRAPHS.gita },
  { name: 'Emre Aydın', number: '1004', group: 'Office', photographs: DEMO_PHOTOGRAPHS.emre },
  { name: 'Kofi Mensah', number: '1005', group: 'Workshop', photographs: DEMO_PHOTOGRAPHS.kofi },
];

/** A consent that says of itself that it is made up. */
export function demoConsent(at: string): NonNullable<Person['consent']> {
  return { at, face: true, photographs: false, wording: DEMO_WORDING, givenBy: 'subject' };
}

export function isDemoPerson({ consent }: Person): boolean {
  return consent?.wording === DEMO_WORDING;
}
