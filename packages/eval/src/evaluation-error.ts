/** Why an evaluation is impossible: its scores or its list of pairs are not usable. */
export type EvaluationErrorCode =
  /** Scores, rates or columns from which nothing can be computed, or too few people for what was asked. */
  | 'evaluation-invalid'
  /** A list of pairs that does not follow its format. */
  | 'list-unreadable';

/** A broken precondition of measuring. Only commands meet it; the SDK's errors are `FaceVerifyError`s. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly code: EvaluationErrorCode;
  /** Numbers and names that help to find the reason; never text of a list, which may hold names of people. */
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
