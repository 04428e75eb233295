import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONFIGS } from '../configs/index.ts';
import { RUNS_FOLDER } from '../data/shared-data.ts';
import { type EngineRequest, startEngine } from '../engine/engine.ts';
import { createTask } from '../tasks/create-task.ts';
import { layOut } from '../trainer/parameter-layout.ts';
import { train } from '../trainer/train.ts';
import { startWorkers } from '../trainer/worker-pool.ts';

const USAGE = `Usage: npm run train:embedder -- CONFIG [options]

Trains one of: ${[...CONFIGS.keys()].join(', ')}. Goes on from the run's checkpoint if there is one.

  --engine NAME   auto (default), tfjs-node-gpu, tfjs-node, cpu
  --workers N     threads that each compute a share of every batch; default 1, best the number of idle cores
  --folder DIR    where checkpoint and log are kept; default .runs/CONFIG
  --help`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'auto' },
    workers: { type: 'string', default: '1' },
    folder: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const config = CONFIGS.get(positionals[0] ?? '');
if (values.help || config === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}

// TensorFlow reads these once, when it is loaded. One thread for each worker beats several in one.
process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
process.env.TF_NUM_INTRAOP_THREADS ??= '1';
process.env.TF_NUM_INTEROP_THREADS ??= '1';
// Matrix products take their operands in bfloat16 where the processor has units for it; sums stay in float.
process.env.TF_SET_ONEDNN_FPMATH_MODE ??= 'BF16';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const request = values.engine as EngineRequest;
const workers = Number(values.workers);
if (!(Number.isInteger(workers) && workers > 0))
  throw new Error(`--workers is a number from 1 on, not ${values.workers}.`);
const engine = await startEngine(request);
const task = await createTask(config.task, engine);
const pool = await startWorkers(workers, config.task, request, layOut(task.parameters).length);
try {
  await train(config, task, pool, {
    folder: values.folder ?? path.join(RUNS_FOLDER, config.name),
    checkpointSeconds: 120,
    facts: { engine: engine.name, workers },
    signal: stop.signal,
  });
} finally {
  await pool.close();
}
