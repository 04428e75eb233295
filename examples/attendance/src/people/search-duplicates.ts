import { type DuplicatesResult, type FaceVerifier, type FindDuplicatesOptions, toFaceVerifyError } from 'face-verify';
import type { Roster } from '../faces/roster.ts';

/** Who is on the roster twice. It begins anew where somebody was enrolled or removed meanwhile. */
export async function searchDuplicates(
  { verifier, roster }: { readonly verifier: FaceVerifier; readonly roster: Roster },
  options: FindDuplicatesOptions,
): Promise<DuplicatesResult> {
  for (;;) {
    try {
      return await verifier.findDuplicates(roster.gallery, options);
    } catch (error) {
      if (toFaceVerifyError(error, 'internal').code !== 'gallery-invalid') throw error;
    }
  }
}
