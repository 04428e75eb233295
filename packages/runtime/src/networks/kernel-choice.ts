import type { ModelCard } from '@face-verify/nets';
import type { BackendReport } from '../api.ts';
import type { Backend } from '../backend/backend.ts';
import type { Model } from '../weights/load-model.ts';
import { kernelProgram } from './kernel-program.ts';
import { type NetworkRunner, startNetwork } from './network-runner.ts';
import { tfjsProgram } from './tfjs-program.ts';

const OURS_FAILED = "TensorFlow.js's own kernels compute: ours could not compute what they should.";

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
    const { running } = this.#backend.report;
    if (this.#kernels !== undefined) {
      try {
        return await startNetwork(model, await kernelProgram(this.#kernels, model), running);
      } catch {
        this.#kernels = undefined;
      }
    }
    return startNetwork(model, await tfjsProgram(this.#backend, model), running);
  }
}
