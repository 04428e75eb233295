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
  /** What the browser tells of the GPU, where WebGPU is a candidate. */
  readonly device: string | undefined;
}

/**
 * @param gpu - `navigator.gpu`, where the browser has it
 * @param isQuarantined - whether this device took the tab down before
 * @throws {FaceVerifyError} `backend-unavailable` where WebGPU was asked for and has no adapter, or is in quarantine
 */
export async function backendCandidates(
  requested: BackendReport['requested'],
  gpu: AdapterSource | undefined,
  isQuarantined: (device: string) => boolean = () => false,
): Promise<BackendCandidates> {
  const only = (running: BackendReport['running'], reason: string, device?: string): BackendCandidates => ({
    candidates: [{ requested, running, reason }],
    device,
  });
  if (requested === 'wasm') return only('wasm', 'WASM was asked for.');
  const { state, device } = await askGpu(gpu);
  const quarantined = device !== undefined && isQuarantined(device);
  if (requested === 'webgpu') {
    if (quarantined) throw new FaceVerifyError('backend-unavailable', QUARANTINED, { details: { quarantined } });
    return only('webgpu', explicitReason(state), device);
  }
  if (state !== 'hardware') return only('wasm', FALLBACK_REASONS[state]);
  if (quarantined) return only('wasm', QUARANTINED);
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

const QUARANTINED = 'WebGPU took the page down when this version started it last on this GPU, and is not tried again.';

/** What GPU there is, if there is one. */
export async function askGpu(
  gpu: AdapterSource | undefined,
): Promise<{ readonly state: GpuState; readonly device?: string }> {
  if (gpu === undefined) return { state: 'no WebGPU' };
  const adapter = await withinBackendLimit(gpu.requestAdapter(), 'WebGPU').catch(() => null);
  if (adapter === null) return { state: 'no adapter' };
  const { info = {} } = adapter;
  const { vendor, architecture, device, description } = info;
  const name = [vendor, architecture, device, description].filter(Boolean).join(' ');
  const isSoftware = info.isFallbackAdapter ?? adapter.isFallbackAdapter;
  return { state: isSoftware ? 'software' : 'hardware', device: name };
}

function explicitReason(state: GpuState): string {
  if (state === 'hardware') return 'WebGPU was asked for.';
  if (state === 'software') return 'WebGPU was asked for; its adapter runs on the processor and is slow.';
  throw new FaceVerifyError('backend-unavailable', `WebGPU was asked for. ${FALLBACK_REASONS[state]}`, {
    details: { requested: 'webgpu', state },
  });
}
