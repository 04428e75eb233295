import type { KernelName } from '@face-verify/kernels';
import type { NetworkKernelTimes } from './kernel-times.ts';
import type { Latency } from './time-network.ts';

export interface ZooBrowser {
  /** Major version. */
  readonly chromium: string;
  /** Which of ours the SDK takes there; undefined where those are TensorFlow.js's own. */
  readonly kernels?: KernelName | undefined;
}

/** What the page that times networks does for this process. */
export interface ZooHarness {
  load(): Promise<ZooBrowser>;
  /** @param name - in the registry of networks */
  time(name: string, budgetMs: number): Promise<Latency>;
  /** @param name - in the registry of networks */
  timeKernels(name: string): Promise<NetworkKernelTimes>;
}
