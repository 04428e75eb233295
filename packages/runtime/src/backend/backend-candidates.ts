import { FaceVerifyError } from '@face-verify/core';
import type { BackendReport } from '../api.ts';
import { withinBackendLimit } from './within-backend-limit.ts';

/** The part of `navigator.gpu` that is asked. */
export interface AdapterSource {
  requestAdapter(): Promise<AdapterFacts | null>;
}

/** Browsers moved the flag from the adapter to its info. */
interface AdapterFacts {
  readonly isFallbackAdapter?: boolean;
  readonly info?: { readonly isFallbackAdapter?: boolean };
}

type GpuState = 'hardware' | 'software' | 'no adapter' | 'no WebGPU';

/**
 * Which backends to try, best first, each with the reason that holds where it runs.
 *
 * @param gpu - `navigator.gpu`, where the browser has it
 * @throws {FaceVerifyError} `backend-unavailable` where WebGPU was asked for and has no adapter
 */
export async function backendCandidates(
  requested: BackendReport['requested'],
  gpu: AdapterSource | undefined,
): Promise<readonly BackendReport[]> {
  if (requested === 'wasm') return [{ requested, running: 'wasm', reason: 'WASM was asked for.' }];
  const state = await gpuState(gpu);
  if (requested === 'webgpu') return [{ requested, running: 'webgpu', reason: explicitReason(state) }];
  if (state !== 'hardware') return [{ requested, running: 'wasm', reason: FALLBACK_REASONS[state] }];
  return [
    { requested, running: 'webgpu', reason: 'There is a hardware WebGPU adapter.' },
    { requested, running: 'wasm', reason: 'There is a hardware WebGPU adapter, but it could not be used.' },
  ];
}

export const FALLBACK_REASONS = {
  software: 'The only WebGPU adapter runs on the processor, where WASM is faster.',
  'no adapter': 'The browser has no WebGPU adapter.',
  'no WebGPU': 'The browser has no WebGPU.',
} as const;

export async function gpuState(gpu: AdapterSource | undefined): Promise<GpuState> {
  if (gpu === undefined) return 'no WebGPU';
  const adapter = await withinBackendLimit(gpu.requestAdapter(), 'WebGPU').catch(() => null);
  if (adapter === null) return 'no adapter';
  return (adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter) ? 'software' : 'hardware';
}

function explicitReason(state: GpuState): string {
  if (state === 'hardware') return 'WebGPU was asked for.';
  if (state === 'software') return 'WebGPU was asked for; its adapter runs on the processor and is slow.';
  throw new FaceVerifyError('backend-unavailable', `WebGPU was asked for. ${FALLBACK_REASONS[state]}`, {
    details: { requested: 'webgpu', state },
  });
}
