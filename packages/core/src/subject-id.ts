import { FaceVerifyError } from './errors.ts';

const LONGEST_ID = 1024;

/**
 * Checks that a value is an id that a subject can have.
 *
 * @throws {FaceVerifyError} `id-invalid`, without the id, which may be a name
 */
export function assertSubjectId(id: unknown): asserts id is string {
  if (typeof id === 'string' && id !== '' && id.length <= LONGEST_ID) return;
  throw new FaceVerifyError('id-invalid', `An id is a text of 1 to ${LONGEST_ID} characters.`);
}
