import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  Command,
  JSON_OPTION,
  Option,
  resolvePath,
  type Terminal,
  wholeNumber,
} from '@face-verify/headless/command-line';
import { CACHE_FOLDER, MODELS_FOLDER } from '@face-verify/repository';
import { VALIDATION_SPLITS } from '../data/crop.ts';
import { MODEL_ARGUMENT, namedModel } from './model-argument.ts';
import { namedPack, PACK_OPTION } from './pack-option.ts';

export const evaluateModelCommand = (terminal: Terminal) =>
  new Command('evaluate-model')
    .summary('measure a model on crops that training never saw')
    .description(
      "How well does a model tell people apart on crops that training never saw? Sends each crop of a pack's validation " +
        "split through the pipeline in a headless browser, as a photograph, and compares with what the crop's stored " +
        'points give: AUC, accuracy, TAR, landmark error, the cost of our own landmarks, and the same for grey, small ' +
        "and turned faces. On UTKFace's crops, how alike people within an apparent group look to the model." +
        '\n\nTakes about 40 ms a crop and a minute for the intervals: eight minutes for the research crops, two with ' +
        '--quick. Exit status: 0, or 3 where there is no report.',
    )
    .addArgument(MODEL_ARGUMENT)
    .addOption(PACK_OPTION)
    .addOption(
      new Option('--split <split>', 'val: few people, many crops of each; val2: many people, few crops of each')
        .choices(VALIDATION_SPLITS)
        .default('val' as const),
    )
    .option('--out <dir>', 'for evaluation.json and evaluation.md (default: .cache/evaluate/MODEL)')
    .option('--per-group <n>', 'crops drawn of each apparent group', wholeNumber(2), 500)
    .option('--quick', 'the split alone, without groups')
    .option('--write', "put the rates within apparent groups into the model's card and README")
    .addOption(JSON_OPTION)
    .action(async (given, { data, split, out: givenOut, perGroup, quick, write, json: asJson }) => {
      const { evaluateModel } = await import('../measure/browser/evaluate-model.ts');
      const { evaluationMarkdown } = await import('../publish/evaluation-markdown.ts');
      const { writeGroupRates } = await import('../publish/write-group-rates.ts');
      const model = await namedModel(given);
      const report = await evaluateModel({
        model,
        pack: namedPack(terminal, data),
        split,
        perGroup: quick ? 0 : perGroup,
        say: terminal.err,
      });
      const out = givenOut === undefined ? path.join(CACHE_FOLDER, 'evaluate', model) : resolvePath(terminal, givenOut);
      const [json, markdown] = [JSON.stringify(report, null, 2), evaluationMarkdown(report)];
      mkdirSync(out, { recursive: true });
      writeFileSync(path.join(out, 'evaluation.json'), `${json}\n`);
      writeFileSync(path.join(out, 'evaluation.md'), markdown);
      if (write) writeGroupRates(path.join(MODELS_FOLDER, model), report);
      terminal.out(asJson ? json : markdown);
    });
