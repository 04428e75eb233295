import path from 'node:path';
import { parseArgs } from 'node:util';
import { PROGRESSIVE } from '../configs/recipes/progressive.ts';
import { RUNS_FOLDER } from '../data/shared-data.ts';
import type { EngineRequest } from '../engine/engine.ts';
import { runStages } from '../progressive/run-stages.ts';
import { stageTable } from '../progressive/stage-results.ts';
import { runTraining } from '../trainer/run-training.ts';

const USAGE = `Usage: npm run train:progressive -- ${Object.keys(PROGRESSIVE).join('|')} [options]

Trains the stages of progressive learning one after the other, each from the best checkpoint of the one before, and
prints what each came to, as Markdown. Stages that are finished are skipped, an interrupted one goes on. small: about
145,000 pictures of the labelled research crops.

  --engine NAME   auto (default), tfjs-node-gpu, tfjs-node, cpu
  --workers N     threads that each compute a share of every batch; default 1
  --help`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'auto' },
    workers: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});
const stages = Object.entries(PROGRESSIVE).find(([size]) => size === positionals[0])?.[1];
if (values.help || stages === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}
const workers = Number(values.workers);
if (!(Number.isInteger(workers) && workers > 0))
  throw new Error(`--workers is a number from 1 on, not ${values.workers}.`);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const engine = values.engine as EngineRequest;
const results = await runStages(
  stages,
  (stage) => runTraining(stage, { engine, workers, signal: stop.signal }),
  (name) => path.join(RUNS_FOLDER, name),
  stop.signal,
);
console.log(stageTable(results));
