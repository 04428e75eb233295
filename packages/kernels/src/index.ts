export type { CompiledNetwork, CompiledStep } from './compile-network.ts';
export type { KernelName } from './kernel-binary.ts';
export * from './start-kernels.ts';
