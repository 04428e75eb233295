export type { KernelName } from './kernel-binary.ts';
export * from './start-kernels.ts';
