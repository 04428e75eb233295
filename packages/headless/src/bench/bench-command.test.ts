import type { BackendName } from 'face-verify';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandError } from '../command-line/command-error.ts';
import { runProgram } from '../command-line/run-program.ts';
import type { GalleryTimes } from '../gallery/gallery-harness.ts';
import { timeGalleries } from '../gallery/time-galleries.ts';
import { writeStart } from '../start/write-start.ts';
import { benchKernels } from '../zoo/bench-kernels.ts';
import { type BackendBenchmark, benchBackend, STAGES } from './bench-backend.ts';
import { benchCommand } from './bench-command.ts';
import { writeLive } from './live/write-live.ts';
import { writeBenchmarks } from './peers/write-benchmarks.ts';

vi.mock('../gallery/time-galleries.ts');
vi.mock('./live/write-live.ts');
vi.mock('./peers/write-benchmarks.ts');
vi.mock('../start/write-start.ts');
vi.mock('../zoo/bench-kernels.ts');
vi.mock('./bench-backend.ts', async (original) => ({ ...(await original<object>()), benchBackend: vi.fn() }));

const time = { medianMs: 1, p90Ms: 2, runs: 5 };
const times = Object.fromEntries(STAGES.map((stage) => [stage, time])) as BackendBenchmark['warm'];
const noGpu = new CommandError('backend-unavailable', 'The browser has no WebGPU adapter.');
const hung = new Error('No answer within 120000 ms.');

function benchmark(name: BackendName): BackendBenchmark {
  return {
    backend: { requested: name, running: name, reason: 'It was asked for.' },
    adapter: name === 'webgpu' ? { name: 'A GPU', software: false } : null,
    image: { widthPx: 480, heightPx: 480 },
    load: time,
    cold: times,
    warm: times,
  };
}

/** What each backend comes to, and what is told of it in which order. */
async function bench(outcomes: Partial<Record<BackendName, Error>>, ...args: string[]) {
  const told: string[] = [];
  vi.mocked(benchBackend).mockImplementation(async (name) => {
    const failure = outcomes[name];
    if (failure !== undefined) throw failure;
    return benchmark(name);
  });
  const tell = (text: string) => void told.push(text);
  const terminal = { folder: '/', exitStatus: 0, out: tell, err: tell };
  const status = await runProgram(benchCommand(terminal), args, terminal);
  return { status, told };
}

beforeEach(() => vi.clearAllMocks());

describe('npm run bench', () => {
  it('prints the figures of a backend before it times the next', async () => {
    const { status, told } = await bench({});
    expect(status).toBe(0);
    const figures = told.findIndex((line) => line.startsWith('embed'));
    expect(figures).toBeGreaterThan(told.indexOf('Timing wasm …'));
    expect(figures).toBeLessThan(told.indexOf('Timing webgpu …'));
  });

  it('says why a backend that the machine does not have was not timed, which is no failure', async () => {
    const { status, told } = await bench({ webgpu: noGpu });
    expect(status).toBe(0);
    expect(told).toContain('webgpu: not timed: backend-unavailable: The browser has no WebGPU adapter.');
  });

  it('keeps the figures of one backend where the other hung, and does not end as if all were well', async () => {
    const { status, told } = await bench({ webgpu: hung });
    expect(status).toBe(3);
    expect(told.some((line) => line.startsWith('embed'))).toBe(true);
    expect(told).toContain('webgpu: not timed: internal: No answer within 120000 ms.');
  });

  it('fails where nothing was timed', async () => {
    expect((await bench({ wasm: noGpu, webgpu: noGpu })).status).toBe(3);
    const { status, told } = await bench({ webgpu: noGpu }, '--backend', 'webgpu');
    expect(status).toBe(3);
    expect(told.at(-1)).toBe('error: backend-unavailable: The browser has no WebGPU adapter.');
  });

  it('times a software adapter only where it is insisted on', async () => {
    await bench({});
    await bench({}, '--software-gpu');
    const asked = vi.mocked(benchBackend).mock.calls.map(([name, { softwareGpu }]) => `${name} ${softwareGpu}`);
    expect(asked).toEqual(['wasm false', 'webgpu false', 'wasm true', 'webgpu true']);
  });

  it('gives the figures and what was not timed as one JSON object', async () => {
    const { told } = await bench({ webgpu: hung }, '--json');
    const { benchmarks, notTimed } = JSON.parse(told.at(-1) ?? '');
    expect(benchmarks).toEqual([benchmark('wasm')]);
    expect(notTimed).toEqual([
      { backend: 'webgpu', error: { code: 'internal', message: 'No answer within 120000 ms.' } },
    ]);
  });

  it('times others beside the SDK instead where it is asked to', async () => {
    expect((await bench({}, '--peers')).status).toBe(0);
    expect(writeBenchmarks).toHaveBeenCalledOnce();
    expect(benchBackend).not.toHaveBeenCalled();
  });

  it("times a camera's frames instead where it is asked to", async () => {
    expect((await bench({}, '--live')).status).toBe(0);
    expect(writeLive).toHaveBeenCalledOnce();
    expect(benchBackend).not.toHaveBeenCalled();
  });

  it('times how soon a page decides instead where it is asked to', async () => {
    expect((await bench({}, '--start')).status).toBe(0);
    expect(writeStart).toHaveBeenCalledOnce();
    expect(benchBackend).not.toHaveBeenCalled();
  });

  it('times galleries instead where it is asked to, and prints each as soon as it is timed', async () => {
    const times = { size: 100_000, fastestMs: 7.6, identify: { medianMs: 8.1, p90Ms: 9, runs: 31 } } as GalleryTimes;
    vi.mocked(timeGalleries).mockImplementation(async (onTimed) => {
      onTimed(times);
      return { chromium: '150', times: [times] };
    });
    const { status, told } = await bench({}, '--gallery');
    expect(status).toBe(0);
    expect(told.at(-1)).toBe('  100,000 subjects: identify fastest 7.60, median 8.10 ms (31 runs)');
    expect(benchBackend).not.toHaveBeenCalled();
    expect(JSON.parse((await bench({}, '--gallery', '--json')).told.at(-1) ?? '')).toMatchObject({ times: [times] });
  });

  it('times kernels instead where it is asked to, and prints each network as soon as it is timed', async () => {
    const fastestMs = { tfjs: 10, 'relaxed-simd': 6.6, simd: 7 };
    const kernels = [{ kind: 'depthwise 3×3', steps: 14, macs: 5_500_000, fastestMs }];
    const network = { name: 'SomeNet', macs: 5_500_000, fastestMs, medianMs: fastestMs, kernels };
    vi.mocked(benchKernels).mockImplementation(async (onTimed) => {
      onTimed(network);
      return { chromium: '150', networks: [network] };
    });
    const { status, told } = await bench({}, '--kernels');
    expect(status).toBe(0);
    expect(told).toContain(`14 × depthwise 3×3${' '.repeat(16)}10.0${' '.repeat(10)}6.60${' '.repeat(10)}7.00`);
    expect(benchBackend).not.toHaveBeenCalled();
    expect(JSON.parse((await bench({}, '--kernels', '--json')).told.at(-1) ?? '')).toMatchObject({
      networks: [network],
    });
  });
});
