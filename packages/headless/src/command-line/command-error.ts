import { type FaceVerifyErrorCode, toFaceVerifyError } from '@face-verify/core';
import { EvaluationError, type EvaluationErrorCode } from '@face-verify/eval';

/** What can go wrong around the pipeline, beside what the pipeline itself reports. */
export type CommandErrorCode =
  | FaceVerifyErrorCode
  | EvaluationErrorCode
  | 'usage'
  | 'chromium-missing'
  | 'file-missing'
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
  if (error instanceof CommandError || error instanceof EvaluationError) {
    return { code: error.code, message: error.message };
  }
  const { code, message } = toFaceVerifyError(error, 'internal');
  return { code, message };
}
