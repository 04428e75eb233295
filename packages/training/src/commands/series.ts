import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SERIES } from '../configs/series/index.ts';
import { RUNS_FOLDER } from '../data/shared-data.ts';
import { type EngineRequest, startEngine } from '../engine/engine.ts';
import { measureSeries } from '../series/measure-series.ts';
import { runSeries } from '../series/run-series.ts';
import { seriesMarkdown } from '../series/series-markdown.ts';
import { runTraining } from '../trainer/run-training.ts';

const PAGES = fileURLToPath(new URL('../../../../docs/experiments', import.meta.url));

const USAGE = `Usage: npm run train:series -- SERIES [options]

Trains runs of one budget one after the other, measures them on the crops that training never saw, and writes the page
of the series: ${[...SERIES.keys()].join(', ')}.
Runs that are finished are skipped, an interrupted one goes on; what is there when it is stopped is not measured.
A run of 32,000 pictures takes about 12 minutes of one idle core. progressive-full needs a data set of one's own.

  --measure       train nothing, measure the runs that are finished
  --out DIR       for SERIES.md; default docs/experiments
  --engine NAME   auto (default), tfjs-node-gpu, tfjs-node, webgpu, cpu
  --workers N     threads that each compute a share of every batch; default 1
  --help`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    measure: { type: 'boolean', default: false },
    out: { type: 'string', default: PAGES },
    engine: { type: 'string', default: 'auto' },
    workers: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});
const series = SERIES.get(positionals[0] ?? '');
if (values.help || series === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}
const workers = Number(values.workers);
if (!(Number.isInteger(workers) && workers > 0))
  throw new Error(`--workers is a number from 1 on, not ${values.workers}.`);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
const engine = values.engine as EngineRequest;
const folderOf = (name: string) => path.join(RUNS_FOLDER, name);
if (!values.measure) {
  const configs = series.runs.map(({ config }) => config);
  await runSeries(
    configs,
    (config) => runTraining(config, { engine, workers, signal: stop.signal }),
    folderOf,
    stop.signal,
  );
}
if (!stop.signal.aborted) {
  const page = seriesMarkdown(series, await measureSeries(series, await startEngine(engine), folderOf));
  mkdirSync(values.out, { recursive: true });
  writeFileSync(path.join(values.out, `${series.name}.md`), page);
  console.log(page);
}
