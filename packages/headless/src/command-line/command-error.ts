import { type FaceVerifyErrorCode, toFaceVerifyError } from '@face-verify/core';

/** What can go wrong around the pipeline, beside what the pipeline itself reports. */
export type CommandErrorCode =
  | FaceVerifyErrorCode
  | 'usage'
  | 'chromium-missing'
  | 'file-missing'
  | 'list-unreadable'
  | 'nothing-usable';

/** A broken precondition of a command, told to the person at the terminal. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: CommandErrorCode;

  constructor(code: CommandErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.code = code;
  }
}

/** An error as a command tells it. */
export interface ReportedError {
  readonly code: CommandErrorCode;
  readonly message: string;
}

/** `internal` where nothing knows better. */
export function reportedError(error: unknown): ReportedError {
  if (error instanceof CommandError) return { code: error.code, message: error.message };
  const { code, message } = toFaceVerifyError(error, 'internal');
  return { code, message };
}
