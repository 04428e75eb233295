import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import type { ModelCard } from '@face-verify/nets';
import type { BackendReport } from '../api.ts';
import type { Backend } from '../backend/backend.ts';
import type { Model } from '../weights/load-model.ts';
import { type NetworkRunner, startNetwork } from './network-runner.ts';

const OURS_FAILED = "TensorFlow.js's own kernels compute: ours did not compute what they should.";

/** Starts networks with kernels of our own where they compute what they should, and with tfjs's where not. */
export class KernelChoice {
  readonly #backend: Backend;
  #kernels: Backend['kernels'];

  constructor(backend: Backend) {
    this.#backend = backend;
    this.#kernels = backend.kernels;
  }

  /** Of the backend, with the kernels by which all networks compute that have started. */
  get report(): BackendReport {
    const { report } = this.#backend;
    if (this.#kernels !== undefined) return { ...report, kernels: this.#kernels.name };
    return this.#backend.kernels === undefined ? report : { ...report, reason: `${report.reason} ${OURS_FAILED}` };
  }

  /** @throws {FaceVerifyError} as {@link startNetwork} */
  async start(model: Model<ModelCard>): Promise<NetworkRunner> {
    const ours = this.#kernels;
    if (ours === undefined) return startNetwork(this.#backend, model);
    try {
      return await startNetwork(this.#backend, model, ours.kernels);
    } catch (error) {
      // A backend that does not answer will not do so with other kernels.
      const { cause } = toFaceVerifyError(error, 'backend-unavailable');
      if (cause instanceof Error && cause.name === FaceVerifyError.name) throw error;
      this.#kernels = undefined;
      return startNetwork(this.#backend, model);
    }
  }
}
