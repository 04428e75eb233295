import { FaceVerifyError } from '@face-verify/core';
import type { StartedKernels } from '@face-verify/kernels';
import { NETWORKS, type Network } from '@face-verify/nets';
import { exposeHarness } from '../src/in-page/expose-harness.ts';
import type { NetworkKernelTimes } from '../src/zoo/kernel-times.ts';
import { startOwnKernels, startWasm } from '../src/zoo/start-wasm.ts';
import { timeKernels } from '../src/zoo/time-kernels.ts';
import { type Latency, timeNetwork } from '../src/zoo/time-network.ts';
import type { ZooBrowser, ZooHarness } from '../src/zoo/zoo-harness.ts';

/** The networks of the registry with untrained weights, on WASM. */
class Harness implements ZooHarness {
  #kernels: StartedKernels | undefined;

  async load(): Promise<ZooBrowser> {
    this.#kernels = await startWasm();
    return {
      kernels: this.#kernels?.name,
      chromium: /Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 'of unknown version',
    };
  }

  async time(name: string, budgetMs: number): Promise<Latency> {
    return timeNetwork(networkOf(name), budgetMs, this.#kernels);
  }

  async timeKernels(name: string): Promise<NetworkKernelTimes> {
    return timeKernels(networkOf(name), await startOwnKernels());
  }
}

function networkOf(name: string): Network {
  const network = NETWORKS[name]?.();
  if (network === undefined) throw new FaceVerifyError('internal', `There is no network ${name}.`);
  return network;
}

exposeHarness(new Harness());
