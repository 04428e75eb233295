import path from 'node:path';
import { Command, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { GENERATED_PAGES } from '@face-verify/repository';

export const writeZooCommand = (terminal: Terminal) =>
  new Command('write-zoo')
    .summary('write the page of the model zoo: what each embedder costs')
    .description('What does each network cost? Counts every embedder and times it in a headless browser.')
    .option('--out <file>', 'default: docs/generated/model-zoo.md')
    .action(async ({ out }) => {
      const { writeModelZoo } = await import('@face-verify/headless/write-model-zoo');
      const file = out === undefined ? path.join(GENERATED_PAGES, 'model-zoo.md') : resolvePath(terminal, out);
      await writeModelZoo(file);
      terminal.out(file);
    });
