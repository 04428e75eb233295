/** Why nothing can be measured: scores or lists of pairs that are not what they have to be. */
export type EvaluationErrorCode =
  /** Scores, rates or columns that say nothing, or too few people for what was asked. */
  | 'evaluation-invalid'
  /** A list of pairs that does not follow its format. */
  | 'list-unreadable';

/** A broken precondition of measuring. Only commands meet it; the SDK's errors are `FaceVerifyError`s. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly code: EvaluationErrorCode;
  /** Numbers and names for whoever looks for the reason; never a text of a list, which may hold names of people. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: EvaluationErrorCode,
    message: string,
    { details = {} }: { details?: Readonly<Record<string, string | number>> } = {},
  ) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
