import { FaceVerifyError, toFaceVerifyError } from '@face-verify/core';
import { throwIfAborted } from '../abort.ts';
import type { BackendName, BackendReport } from '../api.ts';
import type { BackendTimes } from '../engine/face-engine.ts';
import type { StartedNetworks } from './start-networks.ts';
import { timeNetworks } from './time-networks.ts';

/** Networks that run, and what was measured to choose them, where that was necessary. */
export interface ChosenNetworks {
  readonly networks: StartedNetworks;
  readonly times?: BackendTimes;
}

/**
 * Starts networks on the fastest of the candidates that compute them rightly, on this device.
 *
 * @param startOn - starts them on the first of some candidates that does
 * @param earlier - what was measured on this device before; then only that backend is started
 * @throws {FaceVerifyError} as `startOn`, where no candidate can be used; `aborted`
 */
export async function chooseNetworks(
  candidates: readonly BackendReport[],
  startOn: (candidates: readonly BackendReport[]) => Promise<StartedNetworks>,
  earlier?: BackendTimes,
  signal?: AbortSignal,
): Promise<ChosenNetworks> {
  if (candidates.length < 2) return { networks: await startOn(candidates) };
  if (earlier !== undefined) {
    const reason = `${describe(earlier)}, when that was measured on this device.`;
    const fastestFirst = candidates.toSorted((a, b) => earlier[a.running] - earlier[b.running]);
    return { networks: await startOn(fastestFirst.map((candidate) => ({ ...candidate, reason }))) };
  }
  const started: StartedNetworks[] = [];
  try {
    const failures: FaceVerifyError[] = [];
    for (const candidate of candidates) {
      try {
        started.push(await startOn([candidate]));
      } catch (error) {
        throwIfAborted(signal);
        failures.push(toFaceVerifyError(error, 'backend-unavailable'));
      }
    }
    return await fastestOf(started, failures, signal);
  } catch (error) {
    for (const networks of started) networks.dispose();
    throw error;
  }
}

async function fastestOf(
  started: readonly StartedNetworks[],
  failures: readonly FaceVerifyError[],
  signal?: AbortSignal,
): Promise<ChosenNetworks> {
  const [first] = started;
  if (first === undefined) {
    throw failures.at(-1) ?? new FaceVerifyError('backend-unavailable', 'There is no backend to try.');
  }
  if (started.length < 2) {
    const reason = [first.report.reason, ...failures.map(({ message }) => message)].join(' ');
    return { networks: { ...first, report: { ...first.report, reason } } };
  }
  const times = { webgpu: 0, wasm: 0 };
  for (const networks of started) times[networks.report.running] = await timeNetworks(networks, signal);
  const [fastest, ...others] = started.toSorted((a, b) => times[a.report.running] - times[b.report.running]);
  for (const networks of others) networks.dispose();
  const { report, ...networks } = fastest as StartedNetworks;
  return { networks: { ...networks, report: { ...report, reason: `${describe(times)}.` } }, times };
}

function describe({ webgpu, wasm }: Readonly<Record<BackendName, number>>): string {
  return `For a face WebGPU took ${webgpu.toFixed(1)} ms and WASM ${wasm.toFixed(1)} ms`;
}
