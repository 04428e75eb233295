import type { BackendName, BackendReport, StageTimings } from 'face-verify';
import type { CaptureSummary, GpuAdapter, HarnessOptions } from '../browser/harness-api.ts';
import type { PipelineBrowser } from '../browser/pipeline-browser.ts';
import { CommandError } from '../command-line/command-error.ts';
import { type TimeSpread, timeSpread } from './time-spread.ts';

export const STAGES = ['decode', 'detect', 'points', 'align', 'embed', 'compare'] as const;
type Stage = (typeof STAGES)[number];

export interface BackendBenchmark {
  readonly backend: BackendReport;
  /** The GPU that did the work; null on WASM. */
  readonly adapter: GpuAdapter | null;
  /** Size of the photograph that was timed. */
  readonly image: { readonly widthPx: number; readonly heightPx: number };
  /** From an empty page to a pipeline that is ready, assets from this machine. */
  readonly load: TimeSpread;
  /** The first photograph of a fresh page. Comparing has no cold run of its own. */
  readonly cold: Readonly<Record<Exclude<Stage, 'compare'>, TimeSpread>>;
  readonly warm: Readonly<Record<Stage, TimeSpread>>;
}

export interface BenchRuns {
  /** Pages loaded one after the other. */
  readonly cold: number;
  /** Photographs in the last of them, after the first. */
  readonly warm: number;
}

export interface BenchOptions extends Omit<HarnessOptions, 'backend'> {
  /** Also times WebGPU on a software adapter, which computes on the processor and says nothing about a GPU. */
  readonly softwareGpu: boolean;
}

/** One comparison takes less than a browser's clock shows, so each of its runs is a mean over many. */
const COMPARISONS_PER_RUN = 1000;
/** Loading and warming up in software. */
const SOFTWARE_CALL_TIMEOUT_MS = 900_000;

/**
 * Times each stage of the pipeline on one backend.
 *
 * @param photograph - path of a photograph with one face
 * @throws {FaceVerifyError} as the runtime; `internal` where a call hung
 * @throws {CommandError} `backend-unavailable` where WebGPU has no adapter, or one in software that was not asked for;
 * `nothing-usable` where the photograph has no usable face
 */
export async function benchBackend(
  backend: BackendName,
  { softwareGpu, ...options }: BenchOptions,
  photograph: string,
  runs: BenchRuns,
): Promise<BackendBenchmark> {
  const { PipelineBrowser } = await import('../browser/pipeline-browser.ts');
  const pipeline = await PipelineBrowser.start({
    ...options,
    backend,
    ...(softwareGpu ? { callTimeoutMs: SOFTWARE_CALL_TIMEOUT_MS } : {}),
  });
  try {
    const adapter = backend === 'webgpu' ? await findAdapter(pipeline, softwareGpu) : null;
    const loads = [];
    const first: Captured[] = [];
    for (let i = 0; i < runs.cold; i++) {
      loads.push(await pipeline.load());
      first.push(await capture(pipeline, photograph));
    }
    const later: Captured[] = [];
    const compareMs: number[] = [];
    for (let i = 0; i < runs.warm; i++) {
      const captured = await capture(pipeline, photograph);
      later.push(captured);
      compareMs.push(await pipeline.timeCompare(captured, COMPARISONS_PER_RUN));
    }
    const [loaded] = loads;
    const [captured] = first;
    if (loaded === undefined || captured === undefined) throw new CommandError('usage', 'At least one run is needed.');
    return {
      backend: loaded.backend,
      adapter,
      image: captured.image,
      load: timeSpread(loads.map(({ loadMs }) => loadMs)),
      cold: stageSpreads(first),
      warm: { ...stageSpreads(later), compare: timeSpread(compareMs) },
    };
  } finally {
    await pipeline.close();
  }
}

/** Before anything is loaded: that alone takes minutes on a software adapter. */
async function findAdapter(pipeline: PipelineBrowser, softwareGpu: boolean): Promise<GpuAdapter> {
  const adapter = await pipeline.findGpuAdapter();
  if (adapter === null) throw new CommandError('backend-unavailable', 'The browser has no WebGPU adapter.');
  if (!adapter.software || softwareGpu) return adapter;
  throw new CommandError(
    'backend-unavailable',
    `The only WebGPU adapter, ${adapter.name}, runs on the processor: its times say nothing about a GPU. ` +
      '--software-gpu times it all the same.',
  );
}

type Captured = Extract<CaptureSummary, { outcome: 'captured' }>;

async function capture(pipeline: PipelineBrowser, photograph: string): Promise<Captured> {
  const summary = await pipeline.capture(photograph);
  if (summary.outcome === 'captured') return summary;
  throw new CommandError('nothing-usable', `The photograph cannot be timed: ${summary.reason}.`);
}

function stageSpreads(captures: readonly Captured[]): Record<Exclude<Stage, 'compare'>, TimeSpread> {
  const of = (stage: keyof StageTimings) => timeSpread(captures.map(({ timings }) => timings[stage]));
  return {
    decode: of('decodeMs'),
    detect: of('detectMs'),
    points: of('pointsMs'),
    align: of('alignMs'),
    embed: of('embedMs'),
  };
}
