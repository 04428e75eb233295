import type { BackendReport } from '../api.ts';

/** A started tfjs backend. */
export interface Backend {
  readonly report: BackendReport;
  /**
   * Makes it tfjs's current one, which is a property of the page: another verifier may have changed it since.
   *
   * @throws {FaceVerifyError} `backend-unavailable`
   */
  activate(): void;
}
