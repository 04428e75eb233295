import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommandError, reportedError, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';
import type { OwnProcessCheck } from '../measure/network-check/own-process.ts';
import { ENGINE_OPTION } from './engine-option.ts';

const PAGE = path.join(GENERATED_PAGES, 'network-checks.md');

export const checkNetworksCommand = (terminal: Terminal) =>
  new Command('check-networks')
    .summary('train and fold every network at its full size')
    .description(
      'Does every network train and fold at its full size? Takes each network through three training steps with ArcFace ' +
        'on real crops where they are packed, else on rendered faces, and folds it: gradients have to be finite and none ' +
        'zero, folded has to equal unfolded, and no tensor may be left. One after the other, each in a process of its ' +
        'own, which holds 5 GB at most.' +
        '\n\nTakes five minutes for all on two cores with the native engine. Exit status: 0, 1 where a network fails, ' +
        'or 3 where there is nothing to check.',
    )
    .argument('[networks...]', 'names of the registry (default: all)')
    .option('--write', 'docs/generated/network-checks.md anew, where no network fails')
    .addOption(ENGINE_OPTION)
    .action(async (given, { write, engine }) => {
      const { TRAINED_NETWORKS } = await import('@face-verify/nets');
      const { checkInOwnProcess } = await import('../measure/network-check/check-in-own-process.ts');
      const { faultsOf } = await import('../measure/network-check/faults.ts');
      const { checksTable, networkChecksPage } = await import('../publish/network-checks-page.ts');
      const all = Object.keys(TRAINED_NETWORKS);
      const unknown = given.find((name) => !all.includes(name));
      if (unknown !== undefined) {
        throw new CommandError('usage', `There is no network ${unknown}; there are: ${all.join(', ')}.`);
      }
      if (write && given.length > 0) throw new CommandError('usage', 'The page has every network: name none.');
      const names = given.length > 0 ? given : all;
      const checks: OwnProcessCheck[] = [];
      const failed: string[] = [];
      for (const [i, name] of names.entries()) {
        const told = `${i + 1}/${names.length} ${name}`;
        try {
          const check = await checkInOwnProcess(name, engine);
          checks.push(check);
          const faults = faultsOf(check);
          if (faults.length > 0) failed.push(name);
          terminal.err(`${told}: ${faults.join('; ') || 'passed'}, ${check.trainingCpuMs.toFixed(0)} CPU ms a picture`);
        } catch (error) {
          failed.push(name);
          terminal.err(`${told}: ${reportedError(error).message}`);
        }
      }
      terminal.out(checksTable(checks));
      if (failed.length > 0) {
        terminal.err(`Failed: ${failed.join(', ')}.`);
        terminal.exitStatus = 1;
      } else if (write) {
        writeFileSync(PAGE, networkChecksPage(checks));
        terminal.out(PAGE);
      }
    });
