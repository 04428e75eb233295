import { FaceVerifyError } from '@face-verify/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { BackendName, BackendReport } from '../api.ts';
import { chooseNetworks } from './choose-networks.ts';
import type { StartedNetworks } from './start-networks.ts';

const CANDIDATES: readonly BackendReport[] = [
  { requested: 'auto', running: 'webgpu', reason: 'There is a GPU.' },
  { requested: 'auto', running: 'wasm', reason: 'There is a GPU.' },
];

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** Networks that take so long for each of three runs; without a time they cannot be started. */
function starting(runMs: Partial<Record<BackendName, number>>) {
  const disposed: BackendName[] = [];
  const started: BackendName[] = [];
  const startOn = async ([report]: readonly BackendReport[]): Promise<StartedNetworks> => {
    const { running } = report as BackendReport;
    const ms = runMs[running];
    if (ms === undefined) throw new FaceVerifyError('weights-corrupt', `${running} computes wrongly.`);
    started.push(running);
    const network = {
      run: async () => {
        vi.advanceTimersByTime(ms);
        return new Float32Array();
      },
      dispose: () => {},
    };
    return {
      report: report as BackendReport,
      pointNetwork: network,
      embedder: network,
      detector: network,
      dispose: () => disposed.push(running),
      discard: async () => {},
    };
  };
  return { startOn, started, disposed };
}

test.each([
  { webgpu: 2, wasm: 9, faster: 'webgpu', slower: 'wasm' },
  { webgpu: 30, wasm: 9, faster: 'wasm', slower: 'webgpu' },
] as const)('the faster backend runs, the other is disposed of ($faster)', async ({ webgpu, wasm, faster, slower }) => {
  const { startOn, disposed } = starting({ webgpu, wasm });
  const { networks, times } = await chooseNetworks(CANDIDATES, startOn);
  expect(networks.report).toEqual({
    requested: 'auto',
    running: faster,
    reason: `For a face WebGPU took ${(3 * webgpu).toFixed(1)} ms and WASM ${(3 * wasm).toFixed(1)} ms.`,
  });
  expect(times).toEqual({ webgpu: 3 * webgpu, wasm: 3 * wasm });
  expect(disposed).toEqual([slower]);
});

test('what was measured earlier is not measured again, and only the faster is started', async () => {
  const { startOn, started } = starting({ webgpu: 2, wasm: 9 });
  const { networks, times } = await chooseNetworks(CANDIDATES, startOn, { webgpu: 80, wasm: 30 });
  expect(started).toEqual(['wasm']);
  expect(times).toBeUndefined();
  expect(networks.report).toMatchObject({ running: 'wasm', reason: expect.stringMatching(/80\.0 ms.*30\.0 ms/) });
});

test('a backend that computes wrongly is not measured, and the reason says so', async () => {
  const { startOn } = starting({ wasm: 9 });
  const { networks, times } = await chooseNetworks(CANDIDATES, startOn);
  expect(networks.report).toMatchObject({ running: 'wasm', reason: 'There is a GPU. webgpu computes wrongly.' });
  expect(times).toBeUndefined();
});

test('where no backend computes rightly, that is the error', async () => {
  await expect(chooseNetworks(CANDIDATES, starting({}).startOn)).rejects.toMatchObject({ code: 'weights-corrupt' });
});

test('whose start is aborted leaves nothing', async () => {
  const { startOn, disposed } = starting({ webgpu: 2, wasm: 9 });
  const abort = new AbortController();
  const choosing = chooseNetworks(
    CANDIDATES,
    async (some) => {
      const networks = await startOn(some);
      if (networks.report.running === 'wasm') abort.abort();
      return networks;
    },
    undefined,
    abort.signal,
  );
  await expect(choosing).rejects.toMatchObject({ code: 'aborted' });
  expect(disposed).toEqual(['webgpu', 'wasm']);
});
