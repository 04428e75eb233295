import { parseArgs } from 'node:util';
import { runTraining } from '../learn/trainer/run-training.ts';
import { CONFIGS } from '../recipes/index.ts';
import { RUN_OPTIONS, RUN_USAGE, readRunOptions } from './run-options.ts';

const USAGE = `Usage: npm run train:embedder -- CONFIG [options]

Trains one of: ${[...CONFIGS.keys()].join(', ')}. Goes on from the run's checkpoint if there is one.

  --start-from NAME
                  where there is no checkpoint yet, begin with what the run NAME has learned or, if that has none
                  either, with the weights in models/NAME; default what the configuration says, or nothing
  --folder DIR    where checkpoint and log are kept; default .runs/CONFIG
${RUN_USAGE}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...RUN_OPTIONS,
    'start-from': { type: 'string' },
    folder: { type: 'string' },
  },
});
const config = CONFIGS.get(positionals[0] ?? '');
if (values.help || config === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}

const { folder, 'start-from': startFrom } = values;
await runTraining(
  { ...config, ...(startFrom && { startFrom }) },
  { ...readRunOptions(values), ...(folder && { folder }) },
);
