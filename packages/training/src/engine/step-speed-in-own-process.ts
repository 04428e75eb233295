import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { FaceVerifyError } from '@face-verify/core';
import type { EngineName } from './engine-names.ts';
import type { SpeedOptions } from './training-step-speed.ts';

const OWN_PROCESS = fileURLToPath(new URL('./step-speed-process.ts', import.meta.url));

/** What the process is told. */
export interface SpeedRequest extends SpeedOptions {
  readonly engine: EngineName;
}

/** What it answers: images per second, or why there are none. */
export type SpeedAnswer = { readonly imagesPerSecond: number } | { readonly failure: string };

/**
 * Measures the step of an engine in a process of its own, since an engine cannot be changed for another.
 *
 * @param threads - of TensorFlow
 * @returns images per second
 * @throws {FaceVerifyError} `backend-unavailable` where the engine cannot run or the process ends without an answer
 */
export async function stepSpeedInOwnProcess(request: SpeedRequest, threads: number): Promise<number> {
  const child = fork(OWN_PROCESS, [JSON.stringify(request)], {
    env: { ...process.env, TF_NUM_INTRAOP_THREADS: String(threads) },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let answer: SpeedAnswer | undefined;
  child.once('message', (message) => {
    answer = message as SpeedAnswer;
  });
  const [code, signal] = await once(child, 'close');
  answer ??= { failure: `It ended without an answer: ${signal ?? code}.` };
  if ('failure' in answer) throw new FaceVerifyError('backend-unavailable', answer.failure);
  return answer.imagesPerSecond;
}
