import path from 'node:path';
import { Command, JSON_OPTION, type Terminal } from '@face-verify/headless/command-line';
import { MODELS_FOLDER } from '@face-verify/repository';
import { MODEL_ARGUMENT, namedModel } from './model-argument.ts';
import { namedPack, PACK_OPTION } from './pack-option.ts';

export const calibrateCommand = (terminal: Terminal) =>
  new Command('calibrate')
    .summary('find thresholds for given false match rates')
    .description(
      'From which similarity on is it one person, at a false match rate of 1e-2 to 1e-5? Sends the trusted crops ' +
        "of a pack's validation splits through the pipeline in a headless browser and compares all pairs. A rate that the " +
        'set cannot support gets no threshold. Where the pack has crops of apparent groups, the same against strangers who ' +
        'are alike.' +
        '\n\nTakes about 40 ms a crop, four minutes for the research crops. Exit status: 0 even where no rate is ' +
        'supported, or 3 where nothing could be measured.',
    )
    .addArgument(MODEL_ARGUMENT)
    .addOption(PACK_OPTION)
    .option('--write', "put the thresholds into the model's card and README, in place of those that they had")
    .addOption(JSON_OPTION)
    .action(async (given, { data, write, json }) => {
      const { calibrateModel } = await import('../measure/browser/calibrate-model.ts');
      const { calibrationLines } = await import('../measure/verification/calibration-lines.ts');
      const { writeThresholds } = await import('../publish/write-thresholds.ts');
      const model = await namedModel(given);
      const calibration = await calibrateModel(model, namedPack(terminal, data));
      if (write) writeThresholds(path.join(MODELS_FOLDER, model), calibration);
      const lines = json
        ? [JSON.stringify(calibration)]
        : [
            `Measured on ${calibration.measuredOn}.`,
            ...calibrationLines(calibration),
            ...(calibration.againstSimilar ? ['Against similar strangers:'] : []),
            ...(calibration.againstSimilar ? calibrationLines(calibration.againstSimilar) : []),
          ];
      for (const line of lines) terminal.out(line);
    });
