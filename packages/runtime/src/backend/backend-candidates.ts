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
  readonly info?: {
    readonly isFallbackAdapter?: boolean;
    readonly vendor?: string;
    readonly architecture?: string;
    readonly device?: string;
    readonly description?: string;
  };
}

type GpuState = 'hardware' | 'software' | 'no adapter' | 'no WebGPU';

/** Which backends to try. */
export interface BackendCandidates {
  /** Best first, each with the reason that holds where it runs. Of several, that which is faster runs. */
  readonly candidates: readonly BackendReport[];
  /** What the browser tells of the GPU, where it is one. */
  readonly device: string | undefined;
}

/**
 * @param gpu - `navigator.gpu`, where the browser has it
 * @throws {FaceVerifyError} `backend-unavailable` where WebGPU was asked for and has no adapter
 */
export async function backendCandidates(
  requested: BackendReport['requested'],
  gpu: AdapterSource | undefined,
): Promise<BackendCandidates> {
  const only = (running: BackendReport['running'], reason: string): BackendCandidates => ({
    candidates: [{ requested, running, reason }],
    device: undefined,
  });
  if (requested === 'wasm') return only('wasm', 'WASM was asked for.');
  const { state, device } = await askGpu(gpu);
  if (requested === 'webgpu') return only('webgpu', explicitReason(state));
  if (state !== 'hardware') return only('wasm', FALLBACK_REASONS[state]);
  const candidates = [
    { requested, running: 'webgpu', reason: 'There is a hardware WebGPU adapter.' },
    { requested, running: 'wasm', reason: 'There is a hardware WebGPU adapter.' },
  ] as const;
  return { candidates, device };
}

export const FALLBACK_REASONS = {
  software: 'The only WebGPU adapter runs on the processor, where WASM is faster.',
  'no adapter': 'The browser has no WebGPU adapter.',
  'no WebGPU': 'The browser has no WebGPU.',
} as const;

/** What GPU there is, if there is one. */
export async function askGpu(
  gpu: AdapterSource | undefined,
): Promise<{ readonly state: GpuState; readonly device?: string }> {
  if (gpu === undefined) return { state: 'no WebGPU' };
  const adapter = await withinBackendLimit(gpu.requestAdapter(), 'WebGPU').catch(() => null);
  if (adapter === null) return { state: 'no adapter' };
  const { info = {} } = adapter;
  if (info.isFallbackAdapter ?? adapter.isFallbackAdapter) return { state: 'software' };
  const { vendor, architecture, device, description } = info;
  return { state: 'hardware', device: [vendor, architecture, device, description].filter(Boolean).join(' ') };
}

function explicitReason(state: GpuState): string {
  if (state === 'hardware') return 'WebGPU was asked for.';
  if (state === 'software') return 'WebGPU was asked for; its adapter runs on the processor and is slow.';
  throw new FaceVerifyError('backend-unavailable', `WebGPU was asked for. ${FALLBACK_REASONS[state]}`, {
    details: { requested: 'webgpu', state },
  });
}
