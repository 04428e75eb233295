import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { RUNS_FOLDER } from '../data/shared-data.ts';
import { startEngine } from '../engine/engine.ts';
import { runTraining } from '../learn/trainer/run-training.ts';
import { SERIES } from '../recipes/series/index.ts';
import { measureSeries } from '../recipes/series/measure-series.ts';
import { runSeries } from '../recipes/series/run-series.ts';
import { seriesMarkdown } from '../recipes/series/series-markdown.ts';
import { RUN_OPTIONS, RUN_USAGE, readRunOptions } from './run-options.ts';

const PAGES = fileURLToPath(new URL('../../../../docs/generated/experiments', import.meta.url));

const USAGE = `Usage: npm run train:series -- SERIES [options]

Trains runs of one budget one after the other, measures them on the crops that training never saw, and writes the page
of the series: ${[...SERIES.keys()].join(', ')}.
Runs that are finished are skipped, an interrupted one goes on; what is there when it is stopped is not measured.
A run of 32,000 pictures takes about 12 minutes of one idle core. progressive-full needs a data set of one's own.

  --measure       train nothing, measure the runs that are finished
  --out DIR       for SERIES.md; default docs/generated/experiments
${RUN_USAGE}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...RUN_OPTIONS,
    measure: { type: 'boolean', default: false },
    out: { type: 'string', default: PAGES },
  },
});
const series = SERIES.get(positionals[0] ?? '');
if (values.help || series === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}
const options = readRunOptions(values);
const folderOf = (name: string) => path.join(RUNS_FOLDER, name);
if (!values.measure) {
  const configs = series.runs.map(({ config }) => config);
  await runSeries(configs, (config) => runTraining(config, options), folderOf, options.signal);
}
if (!options.signal.aborted) {
  const page = seriesMarkdown(series, await measureSeries(series, await startEngine(options.engine), folderOf));
  mkdirSync(values.out, { recursive: true });
  writeFileSync(path.join(values.out, `${series.name}.md`), page);
  console.log(page);
}
