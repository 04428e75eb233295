import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommandError, resolvePath, type Terminal, wholeNumber } from '@face-verify/headless/command-line';
import { CACHE_FOLDER, GENERATED_PAGES, REPOSITORY } from '@face-verify/repository';
import { sharedFile } from '../data/shared-data.ts';
import type { ConditionsReport } from '../measure/conditions/condition-report.ts';
import { MODEL_ARGUMENT, namedModel } from './model-argument.ts';
import { namedPack, PACK_OPTION } from './pack-option.ts';
import { writePages } from './write-pages.ts';

/** The rate whose threshold decides unless a caller says otherwise. */
const TARGET_FMR = 0.001;
/** Brings a crop to about the pixels that a face has in the photographs. */
const CROP_ENLARGEMENT = 3;

export const measureConditionsCommand = (terminal: Terminal) =>
  new Command('measure-conditions')
    .summary('measure whether the false match rate holds where both photographs are poor alike')
    .description(
      'Does the threshold hold its false match rate where both photographs are stretched, dark, blurred, covered, cut ' +
        'or in a scene alike? Treats photographs in every condition, sends them through the whole pipeline in a headless ' +
        'browser, and writes conditions.md, conditions.svg and conditions.json. A conditions-before.json beside them is ' +
        'held beside the new figures.' +
        '\n\nTakes about 60 ms a picture on an idle machine: five minutes for two photographs of each person. What was ' +
        'measured is kept in .cache/conditions as long as neither pipeline nor picture changes, so that an interrupted ' +
        'run goes on where it stopped.',
    )
    .addArgument(MODEL_ARGUMENT)
    .option('--crops', 'the trusted crops of the validation split, in place of the photographs of ../shared')
    .addOption(PACK_OPTION)
    .option(
      '--more-people',
      'what the photographs leave open is measured on a trusted crop of each person of the validation splits, too',
    )
    .option('--per-person <n>', 'photographs of each person, the first ones', wholeNumber(1), 3)
    .option('--out <dir>', 'default: docs/generated')
    .action(async (given, { crops: ofCrops, morePeople, data, perPerson, out }) => {
      const { measureConditions } = await import('../measure/browser/measure-conditions.ts');
      const { enlarged, firstOfEach, photographsOf, trustedCrops } = await import(
        '../measure/conditions/named-photograph.ts'
      );
      const { conditionsGuide } = await import('../publish/conditions-guide/conditions-guide.ts');
      const { drawConditions } = await import('../publish/conditions-guide/draw-conditions.ts');
      const { openCrops } = await import('../data/crop-reader.ts');
      const { readCard } = await import('../engine/load-embedder.ts');
      const model = await namedModel(given);
      const card = readCard(model);
      const threshold = card.thresholds.find(({ targetFmr }) => targetFmr === TARGET_FMR);
      if (threshold === undefined) {
        throw new CommandError('nothing-usable', `${model} has no threshold for ${TARGET_FMR}.`);
      }
      const crops = ofCrops || morePeople ? openCrops(namedPack(terminal, data)) : undefined;
      const photographs = crops && ofCrops ? trustedCrops(crops) : photographsOf(sharedFile('photos'));
      const report = await measureConditions({
        model,
        photographs: firstOfEach(photographs, perPerson),
        ...(crops && morePeople && { morePeople: enlarged(firstOfEach(trustedCrops(crops), 1), CROP_ENLARGEMENT) }),
        threshold: threshold.similarity,
        cache: path.join(CACHE_FOLDER, 'conditions'),
        packages: path.join(REPOSITORY, 'packages'),
      }).finally(() => crops?.close());
      const choices = [...(ofCrops ? ['--crops'] : []), ...(morePeople ? ['--more-people'] : [])];
      const folder = out === undefined ? GENERATED_PAGES : resolvePath(terminal, out);
      const page = conditionsGuide({
        report,
        targetFmr: TARGET_FMR,
        photographs: ofCrops ? 'crops never trained on' : 'photographs of CelebA, people never trained on',
        morePhotographs: `crops of CelebA, people never trained on, enlarged to ${CROP_ENLARGEMENT} times their 144 px`,
        command: ['npm run -s lab -- measure-conditions', model, ...choices, '--per-person', perPerson].join(' '),
        before: readReport(path.join(folder, 'conditions-before.json')),
      });
      writePages(terminal, {
        [path.join(folder, 'conditions.md')]: page,
        [path.join(folder, 'conditions.svg')]: await drawConditions(report),
        [path.join(folder, 'conditions.json')]: `${JSON.stringify(report, null, 1)}\n`,
      });
    });

function readReport(file: string): ConditionsReport | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
