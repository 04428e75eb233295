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
  readonly #startOn: (candidates: readonly BackendReport[]) => Promise<StartedNetworks>;
  #current: StartedNetworks;
  #losses = 0;
  #disposed = false;

  /** @param startOn - starts them on the first of these backends that computes them rightly */
  constructor(first: StartedNetworks, startOn: (candidates: readonly BackendReport[]) => Promise<StartedNetworks>) {
    this.#current = first;
    this.#startOn = startOn;
  }

  /** Of the backend that runs now. */
  get report(): BackendReport {
    return this.#current.report;
  }

  dispose(): void {
    this.#disposed = true;
    this.#current.dispose();
  }

  /** Answers also where the backend is lost in the middle of it. */
  async #run(name: 'pointNetwork' | 'embedder', image: RgbImage): Promise<Float32Array> {
    try {
      return await this.#current[name].run(image);
    } catch (error) {
      const { code } = toFaceVerifyError(error, 'internal');
      if (code !== 'backend-unavailable' || this.#disposed) throw error;
      await this.#renew();
      return this.#current[name].run(image);
    }
  }

  async #renew(): Promise<void> {
    const lost = this.#current;
    await lost.discard();
    const next = await this.#startOn(renewals(lost.report, ++this.#losses));
    if (this.#disposed) {
      next.dispose();
      throw new FaceVerifyError('disposed', 'The networks have been disposed of.');
    }
    this.#current = next;
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
