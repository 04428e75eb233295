import { type FaceVerifier, FaceVerifyError } from 'face-verify';
import { isFace } from './face-verify-reference.ts';
import type { FaceVerifyResult } from './face-verify-result.ts';
import type { SessionRequest } from './live-session.ts';
import { type ReadyReference, watchOptionsOf } from './watch-options-of.ts';

/**
 * What the SDK decides of a photograph, in the mode of a request.
 *
 * @throws {FaceVerifyError} as `capture` and `compare`; `option-invalid` where challenges are asked for
 */
export async function decidePhotograph(
  photograph: Blob,
  request: SessionRequest,
  reference: ReadyReference,
  verifier: FaceVerifier,
  signal: AbortSignal,
): Promise<FaceVerifyResult> {
  if (request.liveness) throw new FaceVerifyError('option-invalid', 'A photograph passes no challenge.');
  const options = watchOptionsOf(request, reference);
  const threshold = request.threshold === undefined ? {} : { threshold: request.threshold };
  if (options.mode === 'verify') {
    const probe = await verifier.capture(photograph, { signal });
    const face = isFace(options.reference) ? options.reference : await verifier.capture(options.reference, { signal });
    return verifier.compare(probe, face, threshold);
  }
  if (options.mode === 'identify') {
    return verifier.identify(await verifier.capture(photograph, { signal }), options.gallery, threshold);
  }
  const enrolment = await verifier.enrol([photograph], { signal });
  if (enrolment.outcome === 'inconclusive') return { outcome: 'inconclusive', reason: enrolment.reason };
  return { outcome: options.mode === 'enrol' ? 'enrolled' : 'captured', template: enrolment.template };
}
