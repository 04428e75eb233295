import { FaceVerifyError, type RgbImage, toFaceVerifyError } from '@face-verify/core';
import type { BackendReport } from '../api.ts';
import type { NetworkRunner } from './network-runner.ts';
import type { StartedNetworks } from './start-networks.ts';

type Runs = Pick<NetworkRunner, 'run'>;

/** A GPU that was lost so often is left alone: its driver crashes at what is computed here. */
const MAX_LOSSES = 2;

/** Networks that are started anew where their backend was lost, as a GPU can be at any time. */
export class RenewedNetworks {
  readonly pointNetwork: Runs = { run: (image) => this.#run('pointNetwork', image) };
  readonly embedder: Runs = { run: (image) => this.#run('embedder', image) };
  readonly detector: Runs = { run: (image) => this.#run('detector', image) };
  readonly #startOn: (candidates: readonly BackendReport[]) => Promise<StartedNetworks>;
  /** Undefined while a lost one could not be replaced. */
  #current: StartedNetworks | undefined;
  #report: BackendReport;
  #losses = 0;
  #disposed = false;

  /** @param startOn - starts them on the first of these backends that computes them rightly */
  constructor(first: StartedNetworks, startOn: (candidates: readonly BackendReport[]) => Promise<StartedNetworks>) {
    this.#current = first;
    this.#report = first.report;
    this.#startOn = startOn;
  }

  /** Of the backend that ran last. */
  get report(): BackendReport {
    return this.#report;
  }

  dispose(): void {
    this.#disposed = true;
    this.#current?.dispose();
  }

  /** Answers also where the backend is lost in the middle of it. Where none can be started, the next run tries again. */
  async #run(name: 'pointNetwork' | 'embedder' | 'detector', image: RgbImage): Promise<Float32Array> {
    const networks = this.#current ?? (await this.#renew());
    try {
      return await networks[name].run(image);
    } catch (error) {
      const { code } = toFaceVerifyError(error, 'internal');
      if (code !== 'backend-unavailable' || this.#disposed) throw error;
      this.#current = undefined;
      await networks.discard();
      return (await this.#renew())[name].run(image);
    }
  }

  async #renew(): Promise<StartedNetworks> {
    this.#assertAlive();
    const next = await this.#startOn(renewals(this.#report, ++this.#losses));
    if (this.#disposed) next.dispose();
    this.#assertAlive();
    this.#current = next;
    this.#report = next.report;
    return next;
  }

  #assertAlive(): void {
    if (this.#disposed) throw new FaceVerifyError('disposed', 'The networks have been disposed of.');
  }
}

/** The backends to try in place of a lost one. */
function renewals({ requested, running }: BackendReport, losses: number): readonly BackendReport[] {
  const again: BackendReport = {
    requested,
    running,
    reason: `The ${NAMES[running]} backend was lost, and started anew.`,
  };
  if (running === 'wasm' || requested === 'webgpu') return [again];
  const wasm: BackendReport = { requested, running: 'wasm', reason: 'The GPU was lost.' };
  return losses < MAX_LOSSES ? [again, wasm] : [wasm];
}

const NAMES = { webgpu: 'WebGPU', wasm: 'WASM' } as const;
