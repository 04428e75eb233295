import path from 'node:path';
import { Command } from '@face-verify/headless/command-line';
import { REPOSITORY } from '@face-verify/repository';
import { runFile } from './run-file.ts';

/** In a process of its own: it renders people by the testkit, which is for tests. */
const SCRIPT = path.join(REPOSITORY, 'packages', 'runtime', 'testing', 'liveness', 'measure-liveness.ts');

export const measureLivenessCommand = () =>
  new Command('measure-liveness')
    .summary('find how many people and how many photographs pass liveness challenges')
    .description(
      'Films rendered people who do as they are asked, and photographs of them that are held up, and writes how many pass ' +
        'into docs/generated/liveness.md. Needs the head in the shared folder; takes half an hour, and less the next time.',
    )
    .action(() => runFile(process.execPath, [...process.execArgv, SCRIPT]));
