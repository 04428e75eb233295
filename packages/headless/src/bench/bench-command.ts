import { fileURLToPath } from 'node:url';
import type { BackendName } from 'face-verify';
import { CommandError } from '../command-error.ts';
import { EXIT_ERROR } from '../guard-process.ts';
import { parseArguments } from '../parse-arguments.ts';
import { PIPELINE_OPTIONS, PIPELINE_OPTIONS_HELP, pipelineOptions } from '../pipeline-options.ts';
import { type Command, type ReportedError, reportedError } from '../run-command.ts';
import { resolvePath } from '../terminal.ts';
import { type BackendBenchmark, benchBackend, STAGES } from './bench-backend.ts';
import type { TimeSpread } from './time-spread.ts';

const RENDERED_FACE = fileURLToPath(new URL('rendered-face.jpg', import.meta.url));
const BACKENDS: readonly BackendName[] = ['wasm', 'webgpu'];
const COLD_RUNS = 5;
/** Fewer say nothing about a ninth decile. */
const MIN_WARM_RUNS = 30;

export const benchCommand: Command = {
  help: `How long does each stage take in this machine's Chromium?

  npm run -s bench -- [options]

  --image FILE     a photograph with one face (default: a rendered one)
  --runs N         warm runs, at least ${MIN_WARM_RUNS} (default ${MIN_WARM_RUNS})
${PIPELINE_OPTIONS_HELP}
                   auto times WASM and, where there is a GPU, WebGPU
  --software-gpu   also time WebGPU where the processor plays the GPU: many minutes
  --json           print one JSON object

Each backend's figures are printed as soon as they are there. Exit status: 0, or 3 where a backend failed or nothing
was timed; a backend that this machine does not have is no failure.`,

  async run(args, terminal) {
    const { values } = parseArguments(args, {
      options: {
        ...PIPELINE_OPTIONS,
        image: { type: 'string' },
        runs: { type: 'string', default: String(MIN_WARM_RUNS) },
        'software-gpu': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const warm = Number(values.runs);
    if (!Number.isInteger(warm) || warm < MIN_WARM_RUNS) {
      throw new CommandError('usage', `--runs takes a whole number from ${MIN_WARM_RUNS}. See --help.`);
    }
    const photo = values.image === undefined ? RENDERED_FACE : resolvePath(terminal, values.image);
    const { backend, ...options } = pipelineOptions(values);
    const backends = backend === 'auto' || backend === undefined ? BACKENDS : [backend];
    const benchmarks: BackendBenchmark[] = [];
    const notTimed: NotTimed[] = [];
    for (const name of backends) {
      terminal.err(`Timing ${name} …`);
      try {
        const benchOptions = { ...options, softwareGpu: values['software-gpu'] };
        const benchmark = await benchBackend(name, benchOptions, photo, { cold: COLD_RUNS, warm });
        benchmarks.push(benchmark);
        if (!values.json) for (const line of tableLines(benchmark)) terminal.out(line);
      } catch (thrown) {
        if (backends.length === 1) throw thrown;
        const error = reportedError(thrown);
        notTimed.push({ backend: name, error });
        terminal.err(`${name}: not timed: ${error.code}: ${error.message}`);
      }
    }
    if (values.json) terminal.out(JSON.stringify({ benchmarks, notTimed }));
    const failed = notTimed.some(({ error }) => error.code !== 'backend-unavailable');
    return failed || benchmarks.length === 0 ? EXIT_ERROR : 0;
  },
};

interface NotTimed {
  readonly backend: BackendName;
  readonly error: ReportedError;
}

function tableLines({ backend, adapter, image, load, cold, warm }: BackendBenchmark): string[] {
  const gpu =
    adapter === null ? '' : ` on ${adapter.name}${adapter.software ? ' (software: says nothing of a GPU)' : ''}`;
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
