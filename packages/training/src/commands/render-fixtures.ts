import path from 'node:path';
import { Command } from '@face-verify/headless/command-line';
import { REPOSITORY } from '@face-verify/repository';
import { runFile } from './run-file.ts';

/** In a process of its own: the testkit is for tests, and nothing else builds on it. */
const SCRIPT = path.join(REPOSITORY, 'packages', 'testkit', 'render', 'make-fixtures.ts');

export const renderFixturesCommand = () =>
  new Command('render-fixtures')
    .summary('render the people whom tests look at')
    .description(
      'Renders packages/testkit/fixtures. Needs the head in the shared folder; the same sources give the same photographs.',
    )
    .action(() => runFile(process.execPath, [...process.execArgv, SCRIPT]));
