import { startEngine } from './engine.ts';
import type { SpeedAnswer, SpeedRequest } from './step-speed-in-own-process.ts';
import { trainingStepSpeed } from './training-step-speed.ts';

/** Measures what its argument says, and tells the process that started it. */
const [request] = process.argv.slice(2);
if (request === undefined || process.send === undefined) {
  throw new Error('This file is started by stepSpeedInOwnProcess.');
}
const { engine, ...options } = JSON.parse(request) as SpeedRequest;
let answer: SpeedAnswer;
try {
  answer = { imagesPerSecond: await trainingStepSpeed(await startEngine(engine), options) };
} catch (error) {
  answer = { failure: error instanceof Error ? error.message : String(error) };
}
process.send(answer, () => process.disconnect());
