import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GpuAdapter } from '../browser/harness-api.ts';
import { PipelineBrowser } from '../browser/pipeline-browser.ts';
import { benchBackend } from './bench-backend.ts';

vi.mock('../browser/pipeline-browser.ts');

const pipeline = {
  findGpuAdapter: vi.fn<() => Promise<GpuAdapter | null>>(),
  load: vi.fn(() => Promise.reject(new Error('loading'))),
  close: vi.fn(async () => {}),
};

beforeEach(() => {
  vi.clearAllMocks();
  vi.mocked(PipelineBrowser.start).mockResolvedValue(pipeline as unknown as PipelineBrowser);
});

function benchWebGpu(adapter: GpuAdapter | null, softwareGpu = false): Promise<unknown> {
  pipeline.findGpuAdapter.mockResolvedValue(adapter);
  return benchBackend('webgpu', { softwareGpu }, 'photograph.jpg', { cold: 1, warm: 1 });
}

describe('benchBackend', () => {
  it.each<[string, GpuAdapter | null, RegExp]>([
    ['no adapter', null, /no WebGPU adapter/],
    [
      'an adapter in software',
      { name: 'SwiftShader', software: true },
      /SwiftShader, runs on the processor.+--software-gpu/,
    ],
  ])('loads nothing on %s, says why, and closes the browser', async (_, adapter, message) => {
    const refusal = { code: 'backend-unavailable', message: expect.stringMatching(message) };
    await expect(benchWebGpu(adapter)).rejects.toMatchObject(refusal);
    expect(pipeline.load).not.toHaveBeenCalled();
    expect(pipeline.close).toHaveBeenCalledOnce();
  });

  it('goes on with a GPU, and with an adapter in software that was asked for', async () => {
    await expect(benchWebGpu({ name: 'A GPU', software: false })).rejects.toThrow('loading');
    await expect(benchWebGpu({ name: 'SwiftShader', software: true }, true)).rejects.toThrow('loading');
  });
});
