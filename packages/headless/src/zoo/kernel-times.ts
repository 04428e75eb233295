/** Which kernels compute on WASM: TensorFlow.js's or ours, with relaxed SIMD or without. */
export const KERNEL_SETS = ['tfjs', 'relaxed-simd', 'simd'] as const;
export type KernelSet = (typeof KERNEL_SETS)[number];

/** Milliseconds that each set takes, at the fastest of many rounds, in which they take turns. */
export type FastestMs = Readonly<Record<KernelSet, number>>;

/** What one kind of step takes in a network. */
export interface KernelTimes {
  /** Such as `depthwise 3×3`. */
  readonly kind: string;
  /** How many steps of it the network has. */
  readonly steps: number;
  readonly macs: number;
  /** Of all of them. */
  readonly fastestMs: FastestMs;
}

/** What a network takes, and its steps apart from each other. */
export interface NetworkKernelTimes {
  readonly name: string;
  readonly macs: number;
  readonly fastestMs: FastestMs;
  readonly medianMs: FastestMs;
  readonly kernels: readonly KernelTimes[];
}

/** All networks, and the browser's major version. */
export interface KernelBenchmark {
  readonly chromium: string;
  readonly networks: readonly NetworkKernelTimes[];
}
