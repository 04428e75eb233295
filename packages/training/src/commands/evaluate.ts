import { mkdirSync, writeFileSync } from 'node:fs';
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
import { CACHE_FOLDER, RESEARCH_CROPS } from '../data/shared-data.ts';
import { evaluateModel } from '../measure/browser/evaluate-model.ts';
import { evaluationMarkdown } from '../publish/evaluation-markdown.ts';

const evaluateCommand: Command = {
  help: `How well does a model tell people apart on crops that training never saw?

  npm run -s train:evaluate -- MODEL [options]

Sends each crop of a pack's validation split through the pipeline in a headless browser, as a photograph,
and compares with what the crop's stored points give: AUC, accuracy, TAR, landmark error, the cost of our
own landmarks, and the same for grey, small and turned faces. On UTKFace's crops, how alike people within
an apparent group look to the model.

  MODEL            folder name in models/, e.g. convfacenext-ps
  --data DIR       a pack, as train:prepare makes it (default: the research crops)
  --out DIR        for evaluation.json and evaluation.md (default .cache/evaluate/MODEL)
  --per-group N    crops drawn of each apparent group (default 500)
  --quick          the split alone, without groups
  --json           print the report as one JSON object instead of tables

Takes about 40 ms a crop and a minute for the intervals: eight minutes for the research crops, two with
--quick.
Exit status: 0, or 3 where there is no report.`,

  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, {
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        out: { type: 'string' },
        'per-group': { type: 'string', default: '500' },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [model, ...more] = positionals;
    if (model === undefined || more.length > 0) throw new CommandError('usage', 'Give one model. See --help.');
    const perGroup = Number(values['per-group']);
    if (!(Number.isInteger(perGroup) && perGroup > 1)) {
      throw new CommandError('usage', '--per-group is a whole number from 2 on.');
    }
    const report = await evaluateModel({
      model,
      pack: values.data === undefined ? RESEARCH_CROPS : resolvePath(terminal, values.data),
      perGroup: values.quick ? 0 : perGroup,
      say: terminal.err,
    });
    const out =
      values.out === undefined ? path.join(CACHE_FOLDER, 'evaluate', model) : resolvePath(terminal, values.out);
    const [json, markdown] = [JSON.stringify(report, null, 2), evaluationMarkdown(report)];
    mkdirSync(out, { recursive: true });
    writeFileSync(path.join(out, 'evaluation.json'), `${json}\n`);
    writeFileSync(path.join(out, 'evaluation.md'), markdown);
    terminal.out(values.json ? json : markdown);
    return 0;
  },
};

// TensorFlow reads it once, when it is loaded.
process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
guardProcess();
process.exitCode = await runCommand(evaluateCommand, process.argv.slice(2), processTerminal());
