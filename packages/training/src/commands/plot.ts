import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { RUNS_FOLDER } from '../data/shared-data.ts';
import { drawLearningCurve } from '../publish/learning-curve.ts';

const USAGE = `Usage: npm run train:plot -- RUN [--out FILE]

Draws the losses and validations of a run's train.log.jsonl as SVG; default .runs/RUN/curve.svg.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const [run] = positionals;
if (values.help || run === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}
const lines = readFileSync(path.join(RUNS_FOLDER, run, 'train.log.jsonl'), 'utf8')
  .trim()
  .split('\n');
const out = values.out ?? path.join(RUNS_FOLDER, run, 'curve.svg');
writeFileSync(
  out,
  await drawLearningCurve(
    run,
    lines.map((line) => JSON.parse(line)),
  ),
);
console.log(out);
