import { fileURLToPath } from 'node:url';
import type { BackendName } from 'face-verify';
import { CommandError } from '../command-error.ts';
import { parseArguments } from '../parse-arguments.ts';
import { PIPELINE_OPTIONS, PIPELINE_OPTIONS_HELP, pipelineOptions } from '../pipeline-options.ts';
import { type Command, reportedError } from '../run-command.ts';
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
                   auto times WASM and, where there is an adapter, WebGPU
  --json           print one JSON object`,

  async run(args, terminal) {
    const { values } = parseArguments(args, {
      options: {
        ...PIPELINE_OPTIONS,
        image: { type: 'string' },
        runs: { type: 'string', default: String(MIN_WARM_RUNS) },
        json: { type: 'boolean', default: false },
      },
    });
    const warm = Number(values.runs);
    if (!Number.isInteger(warm) || warm < MIN_WARM_RUNS) {
      throw new CommandError('usage', `--runs takes a whole number from ${MIN_WARM_RUNS}. See --help.`);
    }
    const photo = values.image === undefined ? RENDERED_FACE : resolvePath(terminal, values.image);
    const { backend, ...options } = pipelineOptions(values);
    const all = backend === 'auto' || backend === undefined;
    const benchmarks: BackendBenchmark[] = [];
    for (const name of all ? BACKENDS : [backend]) {
      terminal.err(`Timing ${name} …`);
      try {
        benchmarks.push(await benchBackend(name, options, photo, { cold: COLD_RUNS, warm }));
      } catch (error) {
        const { code, message } = reportedError(error);
        if (!all || name === 'wasm' || code !== 'backend-unavailable') throw error;
        terminal.err(`${name}: not timed: ${message}`);
      }
    }
    const lines = values.json ? [JSON.stringify({ benchmarks })] : benchmarks.flatMap(tableLines);
    for (const line of lines) terminal.out(line);
    return 0;
  },
};

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
