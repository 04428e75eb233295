import { type FaceVerifyErrorCode, toFaceVerifyError } from '@face-verify/core';

/** What came of one photograph: a value, or why there is none. */
export type Attempt<Value> =
  | { readonly outcome: 'done'; readonly value: Value }
  /**
   * `internal` if the browser failed twice, which may be different in another run; any other reason would be the same.
   */
  | { readonly outcome: 'failed'; readonly reason: FaceVerifyErrorCode };

/** Codes that depend on the photograph alone, so that another attempt would end in the same. */
const PHOTOGRAPH_CODES: readonly FaceVerifyErrorCode[] = [
  'image-unreadable',
  'image-empty',
  'image-too-large',
  'geometry-degenerate',
  'embedding-invalid',
];

/** Photographs in a row that may fail for no reason of their own before the run is given up. */
const MAX_FAILURES_IN_A_ROW = 3;

/** Carries a run over many photographs past those that make the browser fail. */
export class PhotographAttempts {
  #failuresInARow = 0;

  /**
   * @param attempt - what is done with one photograph; done again where the browser failed
   * @throws {FaceVerifyError} where the pipeline itself has failed, not a photograph
   */
  async run<Value>(attempt: () => Promise<Value>): Promise<Attempt<Value>> {
    const result = (await this.#once(attempt)) ?? (await this.#once(attempt));
    this.#failuresInARow = result === undefined ? this.#failuresInARow + 1 : 0;
    return result ?? { outcome: 'failed', reason: 'internal' };
  }

  /** Undefined where the browser failed, which another attempt may mend. */
  async #once<Value>(attempt: () => Promise<Value>): Promise<Attempt<Value> | undefined> {
    try {
      return { outcome: 'done', value: await attempt() };
    } catch (thrown) {
      const error = toFaceVerifyError(thrown, 'internal');
      if (PHOTOGRAPH_CODES.includes(error.code)) return { outcome: 'failed', reason: error.code };
      if (error.code !== 'internal' || this.#failuresInARow >= MAX_FAILURES_IN_A_ROW) throw error;
      return undefined;
    }
  }
}
