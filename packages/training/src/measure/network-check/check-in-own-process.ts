import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineRequest } from '../../engine/engine-names.ts';
import type { OwnProcessCheck } from './own-process.ts';

const OWN_PROCESS = fileURLToPath(new URL('./own-process.ts', import.meta.url));

/**
 * Checks one network in a process of its own: the peak of its memory is its own, and all of it is given back.
 *
 * @throws {Error} where the process ends without an answer; what went wrong is on the standard error stream
 */
export async function checkInOwnProcess(network: string, engine: EngineRequest): Promise<OwnProcessCheck> {
  const child = fork(OWN_PROCESS, [network, engine], {
    // Rounded products would hide what folding changes: both are computed in single precision.
    env: { ...process.env, TF_SET_ONEDNN_FPMATH_MODE: 'STRICT' },
    // JSON would turn what is no number into null, which is less than any tolerance.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let answer: OwnProcessCheck | undefined;
  child.once('message', (message) => {
    answer = message as OwnProcessCheck;
  });
  const [code, signal] = await once(child, 'close');
  if (answer === undefined) throw new Error(`The check of ${network} ended without an answer: ${signal ?? code}.`);
  return answer;
}
