import { FaceVerifyError } from '@face-verify/core';

/** @throws {FaceVerifyError} `aborted` */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortedError(signal);
}

/** The abort as the error that calls reject with; its cause is the signal's reason. */
export function abortedError(signal: AbortSignal): FaceVerifyError {
  return new FaceVerifyError('aborted', 'The call was aborted.', { cause: signal.reason });
}
