import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { trainToy } from './train-toy.ts';

/** When the process of a toy's training dies: nothing of the step learned, or its checkpoint written but not yet named. */
export type Moment = 'in-step' | 'in-checkpoint';

/** Trains the toy as a process that dies without warning in the step given, if one is. */
const [folder = '', steps, killed, moment] = process.argv.slice(2);

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

await trainToy(folder, Number(steps), (step) => {
  if (step !== Number(killed)) return;
  if ((moment as Moment) === 'in-step') die();
  fs.renameSync = die;
  syncBuiltinESMExports();
});
