import { fileURLToPath } from 'node:url';
import { Command } from '@commander-js/extra-typings';
import type { BackendName } from 'face-verify';
import { type ReportedError, reportedError } from '../command-line/command-error.ts';
import { EXIT_ERROR } from '../command-line/guard-process.ts';
import { wholeNumber } from '../command-line/number-option.ts';
import { BACKEND_OPTION, JSON_OPTION, MODEL_OPTION, pipelineOptions } from '../command-line/pipeline-options.ts';
import { resolvePath, type Terminal } from '../command-line/terminal.ts';
import { type FastestMs, KERNEL_SETS } from '../zoo/kernel-times.ts';
import { type BackendBenchmark, benchBackend, STAGES } from './bench-backend.ts';
import type { TimeSpread } from './time-spread.ts';

const RENDERED_FACE = fileURLToPath(new URL('rendered-face.jpg', import.meta.url));
const BACKENDS: readonly BackendName[] = ['wasm', 'webgpu'];
const COLD_RUNS = 5;
/** Visits of each kind. */
const STARTS = 15;
/** Fewer say nothing about a ninth decile. */
const MIN_WARM_RUNS = 30;

export const benchCommand = (terminal: Terminal) =>
  new Command('npm run -s bench --')
    .description(
      "How long does each stage take in this machine's Chromium? Each backend's figures are printed as soon as they are " +
        'there. The backend auto times WASM and, where there is a GPU, WebGPU.' +
        '\n\nExit status: 0, or 3 where a backend failed or nothing was timed; a backend that this machine does not ' +
        'have is no failure.',
    )
    .option('--photograph <file>', 'a photograph with one face (default: a rendered one)')
    .option('--runs <n>', `warm runs, at least ${MIN_WARM_RUNS}`, wholeNumber(MIN_WARM_RUNS), MIN_WARM_RUNS)
    .addOption(BACKEND_OPTION)
    .addOption(MODEL_OPTION)
    .option(
      '--software-gpu',
      'also time WebGPU on a software adapter, which computes on the processor: takes many minutes',
      false,
    )
    .option('--gallery', 'time looking for a face among 1,000 to 1,000,000 instead: takes a minute', false)
    .option(
      '--peers',
      'time other libraries beside it instead, and write docs/benchmarks.md: installs them, takes minutes',
      false,
    )
    .option('--live', "time a camera's frames instead, and write docs/generated/live.md: takes a minute", false)
    .option(
      '--start',
      'time how soon a page that has just been opened decides instead, of the built package, and write ' +
        'docs/generated/start.md: builds it, takes two minutes',
      false,
    )
    .option('--kernels', 'time the kernels that compute on WASM instead, ours and those of TensorFlow.js', false)
    .addOption(JSON_OPTION)
    .action(
      async ({
        photograph: given,
        runs: warm,
        softwareGpu,
        gallery,
        peers,
        live,
        start,
        kernels,
        json,
        ...options
      }) => {
        if (peers) return (await import('./peers/write-benchmarks.ts')).writeBenchmarks(terminal);
        if (live) return (await import('./live/write-live.ts')).writeLive(terminal);
        if (start) return (await import('../start/write-start.ts')).writeStart(terminal, STARTS);
        if (gallery) return benchGalleries(terminal, json === true);
        if (kernels) return timeKernels(terminal, json === true);
        const photograph = given === undefined ? RENDERED_FACE : resolvePath(terminal, given);
        const { backend, ...pipeline } = pipelineOptions(options);
        const backends = backend === 'auto' || backend === undefined ? BACKENDS : [backend];
        const benchmarks: BackendBenchmark[] = [];
        const notTimed: NotTimed[] = [];
        for (const name of backends) {
          terminal.err(`Timing ${name} …`);
          try {
            const benchmark = await benchBackend(name, { ...pipeline, softwareGpu }, photograph, {
              cold: COLD_RUNS,
              warm,
            });
            benchmarks.push(benchmark);
            if (!json) for (const line of tableLines(benchmark)) terminal.out(line);
          } catch (thrown) {
            if (backends.length === 1) throw thrown;
            const error = reportedError(thrown);
            notTimed.push({ backend: name, error });
            terminal.err(`${name}: not timed: ${error.code}: ${error.message}`);
          }
        }
        if (json) terminal.out(JSON.stringify({ benchmarks, notTimed }));
        const failed = notTimed.some(({ error }) => error.code !== 'backend-unavailable');
        if (failed || benchmarks.length === 0) terminal.exitStatus = EXIT_ERROR;
      },
    );

async function benchGalleries(terminal: Terminal, json: boolean): Promise<void> {
  const { timeGalleries } = await import('../gallery/time-galleries.ts');
  terminal.err('Timing galleries …');
  const benchmark = await timeGalleries(({ size, identify, fastestMs }) => {
    if (json) return;
    const times = `fastest ${milliseconds(fastestMs)}, median ${milliseconds(identify.medianMs)}`;
    terminal.out(`${size.toLocaleString('en').padStart(9)} subjects: identify ${times} ms (${identify.runs} runs)`);
  });
  if (json) terminal.out(JSON.stringify(benchmark));
}

async function timeKernels(terminal: Terminal, json: boolean): Promise<void> {
  const { benchKernels } = await import('../zoo/bench-kernels.ts');
  terminal.err('Timing kernels …');
  const benchmark = await benchKernels(({ name, fastestMs, kernels }) => {
    if (json) return;
    const line = (label: string, times: FastestMs) =>
      label.padEnd(24) + KERNEL_SETS.map((set) => milliseconds(times[set]).padStart(14)).join('');
    terminal.out(`${name.padEnd(24)}${KERNEL_SETS.map((set) => set.padStart(14)).join('')}   ms, fastest`);
    terminal.out(line('whole', fastestMs));
    for (const { kind, steps, fastestMs } of kernels) terminal.out(line(`${steps} × ${kind}`, fastestMs));
    terminal.out('');
  });
  if (json) terminal.out(JSON.stringify(benchmark));
}

interface NotTimed {
  readonly backend: BackendName;
  readonly error: ReportedError;
}

function tableLines({ backend, adapter, image, load, cold, warm }: BackendBenchmark): string[] {
  const gpu =
    adapter === null ? '' : ` on ${adapter.name}${adapter.software ? ' (software: says nothing about a GPU)' : ''}`;
  const rows = STAGES.map((stage) => {
    const first = stage === 'compare' ? ''.padStart(20) : cells(cold[stage]);
    return `${stage.padEnd(10)}${first}${cells(warm[stage])}`;
  });
  return [
    `${backend.running}${gpu}: ${backend.reason}`,
    `load      ${cells(load)}   ${load.runs} fresh pages, then a photograph of ${image.widthPx}×${image.heightPx}`,
    `${'ms'.padEnd(10)}${'cold median'.padStart(12)}${'p90'.padStart(8)}${'warm median'.padStart(12)}${'p90'.padStart(8)}` +
      `   ${cold.embed.runs} cold, ${warm.embed.runs} warm runs`,
    ...rows,
    '',
  ];
}

function cells({ medianMs, p90Ms }: TimeSpread): string {
  return milliseconds(medianMs).padStart(12) + milliseconds(p90Ms).padStart(8);
}

function milliseconds(value: number): string {
  if (value >= 10) return value.toFixed(1);
  return value.toFixed(value >= 0.1 ? 2 : 4);
}
