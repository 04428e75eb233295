import { FaceVerifyError, type FaceVerifyErrorCode, toFaceVerifyError } from './errors.ts';

/** A {@link FaceVerifyError} as plain data, for what carries no classes: messages between threads, and JSON. */
export interface EncodedError {
  readonly code: FaceVerifyErrorCode;
  readonly message: string;
  readonly details: FaceVerifyError['details'];
  /** What the error underneath says. */
  readonly cause?: string;
}

/** @param error - anything that was thrown; what has no code is `internal` */
export function encodeError(error: unknown): EncodedError {
  const { code, message, details, cause } = toFaceVerifyError(error, 'internal');
  return { code, message, details, ...(cause !== undefined && { cause: String(cause) }) };
}

export function decodeError({ code, message, details, cause }: EncodedError): FaceVerifyError {
  return new FaceVerifyError(code, message, { details: { ...details }, cause });
}
