import type { StartedKernels } from '@face-verify/kernels';
import type { BackendReport } from '../api.ts';

/** A started tfjs backend. */
export interface Backend {
  readonly report: BackendReport;
  /** Faster ones than its own, where it can have them. */
  readonly kernels: StartedKernels | undefined;
  /**
   * Makes it tfjs's current one, which is a property of the thread: another verifier may have changed it since.
   *
   * @throws {FaceVerifyError} `backend-unavailable`, also where it was discarded
   */
  activate(): void;
  /** Takes it away from tfjs, since it was lost, so that another one can be started in its place. */
  discard(): void;
}
