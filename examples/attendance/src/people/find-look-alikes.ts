import { type FaceVerifier, type Gallery, templateCodec } from 'face-verify';
import type { Enrolment, PersonId } from '../domain/person.ts';

/**
 * Who else on the roster looks like the person who is enrolled: the same person twice, mostly, or relatives. For a person
 * to look at; the most similar first.
 */
export function findLookAlikes(
  verifier: FaceVerifier,
  gallery: Gallery,
  { template }: Pick<Enrolment, 'template'>,
  own: PersonId,
): readonly PersonId[] {
  const result = verifier.identify(templateCodec.decode(template), gallery, { margin: 0, k: MOST });
  if (!('candidates' in result)) return [];
  return result.candidates.map(({ id }) => id).filter((id) => id !== own);
}

/** More names than these help nobody to decide. */
const MOST = 6;
