import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES, type EngineRequest, startEngine } from '../engine/engine.ts';
import { trainingStepSpeed } from '../engine/training-step-speed.ts';

const USAGE = `Usage: npm run train:bench -- [options]

Images per second of one training step (forward and backward) on every engine that runs here, as a table; half a
minute for each. The machine should have nothing else to do.

  --network NAME   default ConvFaceNeXt_PS
  --batch N        default 32
  --steps N        of which the median counts; default 11
  --help`;

const { values } = parseArgs({
  options: {
    network: { type: 'string', default: 'ConvFaceNeXt_PS' },
    batch: { type: 'string', default: '32' },
    steps: { type: 'string', default: '11' },
    help: { type: 'boolean', default: false },
    // One measurement, in a process of its own, since an engine cannot be changed for another.
    engine: { type: 'string' },
    'standard-kernels': { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

if (values.engine) {
  const engine = await startEngine(values.engine as EngineRequest);
  const { network, 'standard-kernels': standardKernels } = values;
  const options = { network, batch: Number(values.batch), steps: Number(values.steps), standardKernels };
  console.log((await trainingStepSpeed(engine, options)).toFixed(1));
} else {
  console.log('| engine | gradients | threads | images per second |\n|---|---|---|---|');
  for (const engine of ENGINES) {
    if (engine === 'cpu') console.log('| cpu | | | for tests on tiny networks only |');
    else await measureEngine(engine);
  }
}

async function measureEngine(engine: string): Promise<void> {
  const ways = [
    { gradients: "tfjs's own", flags: ['--standard-kernels'], threads: [1] },
    { gradients: 'native kernels', flags: [], threads: [1] },
    { gradients: 'native kernels', flags: [], threads: [2] },
    { gradients: 'native kernels, two processes', flags: [], threads: [1, 1] },
  ];
  for (const { gradients, flags, threads } of ways) {
    const speeds = await Promise.all(threads.map((count) => measure(['--engine', engine, ...flags], count)));
    const failure = speeds.find((speed) => !Number.isFinite(Number(speed)));
    if (failure !== undefined) {
      console.log(`| ${engine} | | | ${failure} |`);
      return;
    }
    console.log(`| ${engine} | ${gradients} | ${threads.join(' + ')} | ${speeds.join(' + ')} |`);
  }
}

/** @returns what the process measured, or why it could not */
async function measure(flags: string[], threads: number): Promise<string> {
  const { network, batch, steps } = values;
  const settings = ['--network', network, '--batch', batch, '--steps', steps];
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), ...flags, ...settings], {
    env: { ...process.env, TF_NUM_INTRAOP_THREADS: String(threads) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const failure = errors.split('\n').findLast((line) => line.startsWith('Error'));
  return output.trim().split('\n').at(-1) || (failure ?? 'Error: it failed').replaceAll('|', '/');
}
