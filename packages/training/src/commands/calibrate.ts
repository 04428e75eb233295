import path from 'node:path';
import {
  type Command,
  CommandError,
  guardProcess,
  parseArguments,
  processTerminal,
  resolvePath,
  runCommand,
} from '@face-verify/headless';
import { MODELS_FOLDER, RESEARCH_CROPS } from '../data/shared-data.ts';
import { calibrateModel } from '../measure/browser/calibrate-model.ts';
import { calibrationLines } from '../measure/verification/calibration-lines.ts';
import { writeThresholds } from '../publish/write-thresholds.ts';

const calibrateCommand: Command = {
  help: `From which similarity on is it one person, at a false match rate of 1e-2, 1e-3 and 1e-4?

  npm run -s train:calibrate -- MODEL [options]

Sends the trusted crops of a pack's validation split through the pipeline in a headless browser and compares
all pairs. A rate that the set cannot support gets no threshold.

  MODEL            folder name in models/, e.g. convfacenext-ps
  --data DIR       a pack, as train:prepare makes it (default: the research crops)
  --write          puts the thresholds into the model's card and README, in place of those that they had
  --json           print the calibration as one JSON object

Takes about 40 ms a crop, half a minute for the research crops. Exit status: 0 even where no rate is
supported, or 3 where nothing could be measured.`,

  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, {
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        write: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [model, ...more] = positionals;
    if (model === undefined || more.length > 0) throw new CommandError('usage', 'Give one model. See --help.');
    const pack = values.data === undefined ? RESEARCH_CROPS : resolvePath(terminal, values.data);
    const calibration = await calibrateModel(model, pack);
    if (values.write) writeThresholds(path.join(MODELS_FOLDER, model), calibration);
    if (values.json) terminal.out(JSON.stringify(calibration));
    else
      for (const line of [`Measured on ${calibration.measuredOn}.`, ...calibrationLines(calibration)])
        terminal.out(line);
    return 0;
  },
};

guardProcess();
process.exitCode = await runCommand(calibrateCommand, process.argv.slice(2), processTerminal());
