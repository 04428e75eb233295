import type { FaceVerifier } from 'face-verify';
import { instantAt } from '../domain/instant.ts';
import type { Person, PersonId } from '../domain/person.ts';
import type { AttendanceStore } from '../store/open-store.ts';
import { enrolWithPhotographs, type PhotographEnrolment } from './enrol-with-photographs.ts';
import { shrinkPhotograph } from './shrink-photograph.ts';

/** A person and the photographs to enrol them with. */
export interface Assignment {
  readonly person: PersonId;
  readonly files: readonly File[];
}

/** What became of one of them. */
export interface AssignmentReport {
  readonly person: Person;
  readonly result: PhotographEnrolment;
}

export interface EnrolManyOptions {
  readonly store: Pick<AttendanceStore, 'people'>;
  readonly verifier: FaceVerifier;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Called after each, before it is the next one's turn. */
  readonly onReport: (report: AssignmentReport) => void;
}

/**
 * Enrols people one after the other and saves each at once, so that whatever breaks off leaves nothing half done and can
 * be gone on with. Who was erased or lost their consent meanwhile is left out.
 *
 * @throws {StoreError} `storage-full`, `storage-failed`; {FaceVerifyError} where the verifier cannot work
 */
export async function enrolMany(
  assignments: readonly Assignment[],
  { store, verifier, now, signal, onReport }: EnrolManyOptions,
): Promise<void> {
  for (const { person: id, files } of assignments) {
    if (signal.aborted) return;
    const result = await enrolWithPhotographs(verifier, files, instantAt(now()), signal);
    const person = store.people.get(id);
    if (signal.aborted) return;
    if (person?.consent?.face !== true) continue;
    if (result.outcome === 'enrolled') {
      await store.people.save([{ ...person, enrolment: result.enrolment }]);
      if (person.consent.photographs) await store.people.keepPhotographs(id, await keepable(result));
    }
    onReport({ person, result });
  }
}

/** The photographs that a template was made of, as they are kept. */
export async function keepable({ files }: Pick<PhotographEnrolment, 'files'>): Promise<readonly string[]> {
  const used = files.filter(({ refusal }) => refusal === undefined);
  return Promise.all(used.map(({ file }) => shrinkPhotograph(file)));
}
