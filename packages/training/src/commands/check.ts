import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Command,
  CommandError,
  guardProcess,
  parseArguments,
  processTerminal,
  runCommand,
} from '@face-verify/headless';
import { NETWORKS } from '@face-verify/nets';
import type { EngineRequest } from '../engine/engine.ts';
import { checkInOwnProcess } from '../measure/network-check/check-in-own-process.ts';
import { faultsOf } from '../measure/network-check/faults.ts';
import type { OwnProcessCheck } from '../measure/network-check/own-process.ts';
import { checksTable, networkChecksPage } from '../publish/network-checks-page.ts';

const PAGE = fileURLToPath(new URL('../../../../docs/generated/network-checks.md', import.meta.url));

const checkCommand: Command = {
  help: `Does every network train and fold at its full size?

  npm run -s train:check -- [NETWORK…] [options]

Takes each network, or those named, through three training steps with ArcFace on real crops where they are packed, else
on rendered faces, and folds it: gradients have to be finite and none zero, folded has to equal unfolded, and no tensor
may be left. One after the other, each in a process of its own, which holds 5 GB at most.

  --write          docs/generated/network-checks.md anew, where no network fails
  --engine NAME    auto (default), tfjs-node-gpu, tfjs-node, webgpu, cpu

Takes five minutes for all on two cores with the native engine.
Exit status: 0, 1 where a network fails, or 3 where there is nothing to check.`,

  async run(args, terminal) {
    const { values, positionals } = parseArguments(args, {
      allowPositionals: true,
      options: { write: { type: 'boolean', default: false }, engine: { type: 'string', default: 'auto' } },
    });
    const all = Object.keys(NETWORKS);
    const unknown = positionals.find((name) => !all.includes(name));
    if (unknown !== undefined) {
      throw new CommandError('usage', `There is no network ${unknown}; there are: ${all.join(', ')}.`);
    }
    if (values.write && positionals.length > 0)
      throw new CommandError('usage', 'The page has every network: name none.');
    const names = positionals.length > 0 ? positionals : all;
    const checks: OwnProcessCheck[] = [];
    const failed: string[] = [];
    for (const name of names) {
      try {
        const check = await checkInOwnProcess(name, values.engine as EngineRequest);
        checks.push(check);
        const faults = faultsOf(check);
        if (faults.length > 0) failed.push(name);
        terminal.err(`${name}: ${faults.join('; ') || 'passed'}, ${check.trainingCpuMs.toFixed(0)} CPU ms a picture`);
      } catch (error) {
        failed.push(name);
        terminal.err(`${name}: ${error instanceof Error ? error.message : error}`);
      }
    }
    terminal.out(checksTable(checks));
    if (failed.length > 0) {
      terminal.err(`Failed: ${failed.join(', ')}.`);
      return 1;
    }
    if (values.write) {
      writeFileSync(PAGE, networkChecksPage(checks));
      terminal.out(PAGE);
    }
    return 0;
  },
};

guardProcess();
process.exitCode = await runCommand(checkCommand, process.argv.slice(2), processTerminal());
