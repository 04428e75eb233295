import { type ComparedFace, FaceVerifyError, type ImageSource } from 'face-verify';

/** Whom to compare with: a template, a capture or an embedding; a photograph; or the address of one. */
export type FaceVerifyReference = ComparedFace | ImageSource;

/**
 * What the SDK takes: an address is fetched.
 *
 * @throws {FaceVerifyError} `image-unreadable` where there is nothing at the address
 */
export async function readReference(
  reference: FaceVerifyReference | undefined,
  signal: AbortSignal,
): Promise<ComparedFace | ImageSource | undefined> {
  if (typeof reference !== 'string' || /^(?:data|blob):/.test(reference)) return reference;
  const response = await fetch(new URL(reference, document.baseURI), { signal }).catch(() => undefined);
  if (response?.ok) return response.blob();
  throw new FaceVerifyError('image-unreadable', 'The photograph of the reference could not be fetched.');
}

/** Whether it is a face that was captured, enrolled or embedded, rather than a photograph. */
export function isFace(reference: ComparedFace | ImageSource): reference is ComparedFace {
  if (typeof reference === 'string') return false;
  return 'embedding' in reference || 'vector' in reference || 'outcome' in reference;
}
