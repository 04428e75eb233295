import type { AttendanceStore } from '../../src/store/open-store.ts';

/** Makes every enrolment one of an older model. */
export async function outdateEnrolments(store: AttendanceStore): Promise<void> {
  await store.people.save(
    store.people.all.current.map((person) =>
      person.enrolment === undefined
        ? person
        : { ...person, enrolment: { ...person.enrolment, contract: 'an older model' } },
    ),
  );
}
