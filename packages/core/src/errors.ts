/** Every way in which a broken precondition is reported. Closed and stable: applications switch on it. */
export type FaceVerifyErrorCode =
  | 'image-unreadable'
  | 'image-empty'
  | 'image-too-large'
  | 'asset-unavailable'
  | 'weights-corrupt'
  | 'topology-mismatch'
  | 'contract-mismatch'
  | 'embedding-invalid'
  | 'backend-unavailable'
  | 'geometry-degenerate'
  | 'list-unreadable'
  | 'evaluation-invalid'
  | 'camera-permission-denied'
  | 'camera-unavailable'
  | 'option-invalid'
  | 'aborted'
  | 'disposed'
  | 'internal';

/**
 * The one error class. It never holds pixels, embeddings, templates or the name of a person's file;
 * `details` is safe to log.
 */
export class FaceVerifyError extends Error {
  readonly code: FaceVerifyErrorCode;
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(
    code: FaceVerifyErrorCode,
    message: string,
    options: { details?: Record<string, string | number | boolean>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'FaceVerifyError';
    this.code = code;
    this.details = Object.freeze({ ...options.details });
  }
}

/** The error as a coded one: itself, `aborted` for an abort, otherwise `fallback` with the error as its cause. */
export function toFaceVerifyError(error: unknown, fallback: FaceVerifyErrorCode): FaceVerifyError {
  if (error instanceof FaceVerifyError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') {
    return new FaceVerifyError('aborted', 'The call was aborted.', { cause: error });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new FaceVerifyError(fallback, message, { cause: error });
}
