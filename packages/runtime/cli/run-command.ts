import { parseArgs } from 'node:util';
import { assetsCommand } from './assets-command.ts';
import { checkCommand } from './check-command.ts';
import type { CommandScene } from './command-scene.ts';

const USAGE = `Usage:
  face-verify assets DIR [--model NAME]... [--own-model FOLDER]...
      Copies what a page has to serve into DIR, with the models of the package that are named (default convfacenext-ps)
      and models of your own: folders with card.json and weights.bin.
  face-verify assets --check DIR|URL
      Compares a folder, or what a server sends, with this version of the package.`;

/**
 * Runs one command line.
 *
 * @returns the exit code: 0 done, 1 the checked folder is not right, 2 the command could not be run
 */
export async function runCommand(args: readonly string[], scene: CommandScene): Promise<0 | 1 | 2> {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        model: { type: 'string', multiple: true },
        'own-model': { type: 'string', multiple: true },
        check: { type: 'string' },
      },
    });
    const [command, folder, ...rest] = positionals;
    if (command !== 'assets' || rest.length > 0) throw new Error(USAGE);
    if (values.check !== undefined && folder === undefined) return await checkCommand(values.check, scene);
    if (folder === undefined || values.check !== undefined) throw new Error(USAGE);
    await assetsCommand(folder, { models: values.model, ownModels: values['own-model'] }, scene);
    return 0;
  } catch (error) {
    scene.print(error instanceof Error ? error.message : String(error));
    return 2;
  }
}
