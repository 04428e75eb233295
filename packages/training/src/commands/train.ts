import { parseArgs } from 'node:util';
import { CONFIGS } from '../configs/index.ts';
import type { EngineRequest } from '../engine/engine.ts';
import { runTraining } from '../trainer/run-training.ts';

const USAGE = `Usage: npm run train:embedder -- CONFIG [options]

Trains one of: ${[...CONFIGS.keys()].join(', ')}. Goes on from the run's checkpoint if there is one.

  --engine NAME   auto (default), tfjs-node-gpu, tfjs-node, cpu
  --workers N     threads that each compute a share of every batch; default 1, best the number of idle cores
  --start-from NAME
                  where there is no checkpoint yet, begin with what the run NAME has learned or, if that has none
                  either, with the weights in models/NAME; default what the configuration says, or nothing
  --folder DIR    where checkpoint and log are kept; default .runs/CONFIG
  --help`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'auto' },
    workers: { type: 'string', default: '1' },
    'start-from': { type: 'string' },
    folder: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const config = CONFIGS.get(positionals[0] ?? '');
if (values.help || config === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const workers = Number(values.workers);
if (!(Number.isInteger(workers) && workers > 0))
  throw new Error(`--workers is a number from 1 on, not ${values.workers}.`);
const { folder, 'start-from': startFrom } = values;
const engine = values.engine as EngineRequest;
await runTraining(
  { ...config, ...(startFrom && { startFrom }) },
  { engine, workers, signal: stop.signal, ...(folder && { folder }) },
);
