import { statSync } from 'node:fs';
import path from 'node:path';
import {
  Command,
  CommandError,
  JSON_OPTION,
  type Progress,
  resolvePath,
  share,
  showProgress,
  type Terminal,
  wholeNumber,
} from '@face-verify/headless/command-line';
import { CACHE_FOLDER } from '@face-verify/repository';
import { findPhotographs } from '../data/photographs/find-photographs.ts';
import { RESEARCH_CROPS, sharedFile } from '../data/shared-data.ts';

export const prepareCommand = (terminal: Terminal) =>
  new Command('prepare')
    .summary('make a training set of a folder of photographs')
    .description(
      'Makes a training set of a folder of photographs, through the pipeline that ships: the pack (crops.rgb and ' +
        'crops.json) with report.md, photographs.jsonl (what became of each) and contact-sheet.jpg.' +
        '\n\nTakes about 50 ms a photograph and 62 kB of disk a crop; memory stays flat. An interrupted run goes on ' +
        'where it stopped. Exit status: 0, or 3 where there is no pack.',
    )
    .argument('[folder]', 'identity/photograph.jpg, or photographs of people whom nobody has named')
    .option('--out <dir>', 'becomes the pack (default: .cache/sets/NAME)')
    .option('--set <name>', "name of the set (default: the folder's)")
    .option('--val <share>', 'share of the identities that is kept for validation', share, 0.1)
    .option('--seed <n>', 'decides which', wholeNumber(), 1)
    .addOption(JSON_OPTION)
    .option('--research', 'packs the research crops of ../shared instead, in .cache/crops: two minutes, 4.7 GB')
    .action(async (given, { out: givenOut, set: givenSet, val, seed, json, research }) => {
      if ((given === undefined) !== (research === true)) {
        throw new CommandError('usage', 'Give one folder of photographs, or --research. See --help.');
      }
      if (given === undefined) return packResearch(terminal);
      const folder = resolvePath(terminal, given);
      const total = countPhotographs(folder);
      const set = givenSet ?? path.basename(folder);
      const out = givenOut === undefined ? path.join(CACHE_FOLDER, 'sets', set) : resolvePath(terminal, givenOut);
      if (!path.relative(folder, out).startsWith('..')) {
        throw new CommandError('usage', 'The pack cannot lie among the photographs: give another --out.');
      }
      const { prepareInBrowser } = await import('../measure/browser/prepare-in-browser.ts');
      const { summaryLines } = await import('../data/photographs/preparation-report.ts');
      const report = await prepareInBrowser({ folder, out, set, valShare: val, seed, total });
      if (report.crops === 0) {
        throw new CommandError('nothing-usable', `${summaryLines(report)[0]} There is no pack.`);
      }
      const { identities, validation, ...figures } = report;
      if (json) terminal.out(JSON.stringify({ ...figures, identities: identities.size, validation: validation.size }));
      else for (const line of [...summaryLines(report), `Packed in ${out}`]) terminal.out(line);
    });

/** @throws {CommandError} where there is nothing to prepare */
function countPhotographs(folder: string): number {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError('file-missing', `There is no folder ${folder}.`);
  }
  let total = 0;
  for (const _ of findPhotographs(folder)) total++;
  if (total === 0) throw new CommandError('nothing-usable', `There is no photograph in ${folder}.`);
  return total;
}

async function packResearch(terminal: Terminal): Promise<void> {
  const { packResearchSets } = await import('../data/pack-research-sets.ts');
  let progress: Progress | undefined;
  try {
    const count = await packResearchSets((set) => sharedFile('data', `${set}.tar`), RESEARCH_CROPS, {
      onSet: (set, crops) => {
        progress?.stop();
        progress = showProgress(`crops of ${set}`, crops);
      },
      onCrop: () => progress?.advance(),
    });
    progress?.stop();
    terminal.out(`${count} crops packed in ${RESEARCH_CROPS}`);
  } finally {
    progress?.stop();
  }
}
