import { expect, test, vi } from 'vitest';
import { type AdapterSource, backendCandidates } from './backend-candidates.ts';
import { BACKEND_LIMIT_MS } from './within-backend-limit.ts';

const gpuWith = (adapter: Awaited<ReturnType<AdapterSource['requestAdapter']>>): AdapterSource => ({
  requestAdapter: async () => adapter,
});
const HARDWARE = gpuWith({ info: { isFallbackAdapter: false, vendor: 'a-maker', architecture: 'turbo', device: '' } });
const SOFTWARE = gpuWith({ info: { isFallbackAdapter: true } });
const BROKEN: AdapterSource = { requestAdapter: () => Promise.reject(new Error('lost')) };

test('where there is hardware, it and WASM are candidates', async () => {
  const { candidates, device } = await backendCandidates('auto', HARDWARE);
  expect(candidates.map(({ running }) => running)).toEqual(['webgpu', 'wasm']);
  expect(device).toBe('a-maker turbo');
});

test.for([
  ['has no WebGPU', undefined],
  ['has no adapter', gpuWith(null)],
  ['cannot give its adapter', BROKEN],
  ['has a software adapter only', SOFTWARE],
  ['says that in the older way', gpuWith({ isFallbackAdapter: true })],
] as const)('WASM runs where the browser %s', async ([, gpu]) => {
  const { candidates, device } = await backendCandidates('auto', gpu);
  expect(device).toBeUndefined();
  expect(candidates).toMatchObject([{ requested: 'auto', running: 'wasm' }]);
  expect(candidates[0]?.reason).toMatch(/WebGPU/);
});

test('WASM runs where the browser never says whether it has an adapter', async () => {
  vi.useFakeTimers();
  const waiting = backendCandidates('auto', { requestAdapter: () => new Promise(() => {}) });
  await vi.advanceTimersByTimeAsync(BACKEND_LIMIT_MS);
  vi.useRealTimers();
  expect((await waiting).candidates).toMatchObject([{ requested: 'auto', running: 'wasm' }]);
});

test('WASM that was asked for does not ask for an adapter', async () => {
  const { candidates } = await backendCandidates('wasm', BROKEN);
  expect(candidates).toMatchObject([{ requested: 'wasm', running: 'wasm' }]);
});

test('WebGPU that was asked for has nothing behind it', async () => {
  const { candidates } = await backendCandidates('webgpu', HARDWARE);
  expect(candidates).toMatchObject([{ requested: 'webgpu', running: 'webgpu' }]);
});

test('WebGPU that was asked for may run in software, and says so', async () => {
  const { candidates } = await backendCandidates('webgpu', SOFTWARE);
  expect(candidates[0]).toMatchObject({ running: 'webgpu', reason: expect.stringMatching(/processor.*slow/) });
});

test('a GPU in quarantine is no candidate, and an error where it was asked for', async () => {
  const isQuarantined = (device: string) => device === 'a-maker turbo';
  const { candidates } = await backendCandidates('auto', HARDWARE, isQuarantined);
  expect(candidates).toMatchObject([{ running: 'wasm', reason: expect.stringContaining('not tried again') }]);
  await expect(backendCandidates('webgpu', HARDWARE, isQuarantined)).rejects.toMatchObject({
    code: 'backend-unavailable',
    details: { quarantined: true },
  });
  expect((await backendCandidates('webgpu', SOFTWARE, isQuarantined)).candidates).toHaveLength(1);
});

test('WebGPU that was asked for and is not there is an error', async () => {
  for (const gpu of [undefined, gpuWith(null), BROKEN]) {
    await expect(backendCandidates('webgpu', gpu)).rejects.toMatchObject({ code: 'backend-unavailable' });
  }
});
