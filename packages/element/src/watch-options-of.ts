import { type ComparedFace, FaceVerifyError, type ImageSource, type WatchOptions } from 'face-verify';
import type { SessionRequest } from './live-session.ts';

/** Whom to compare with, after addresses were fetched. */
export type ReadyReference = ComparedFace | ImageSource | undefined;

/** @throws {FaceVerifyError} `option-invalid` where the page said neither whom to compare with nor among whom to look */
export function watchOptionsOf(request: SessionRequest, reference: ReadyReference): WatchOptions {
  const { mode, gallery, liveness } = request;
  const threshold = request.threshold === undefined ? {} : { threshold: request.threshold };
  switch (mode) {
    case 'verify':
      if (reference === undefined) throw missing('reference');
      return { mode, liveness, reference, ...threshold };
    case 'identify':
      if (gallery === undefined) throw missing('gallery');
      return { mode, liveness, gallery, ...threshold };
    default:
      return { mode, liveness };
  }
}

function missing(property: string): FaceVerifyError {
  return new FaceVerifyError('option-invalid', `<face-verify> has no ${property}.`);
}
