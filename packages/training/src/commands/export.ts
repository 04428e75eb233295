import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MODELS_FOLDER, RUNS_FOLDER } from '../data/shared-data.ts';
import { startEngine } from '../engine/engine.ts';
import { createTask } from '../learn/tasks/create-task.ts';
import { loadCheckpoint } from '../learn/trainer/checkpoint.ts';
import { layOut, writeVariables } from '../learn/trainer/parameter-layout.ts';
import { bestCheckpoint } from '../learn/trainer/run-training.ts';
import { runFingerprint } from '../learn/trainer/train.ts';
import { exportModel } from '../publish/export-model.ts';
import { CONFIGS } from '../recipes/index.ts';

const USAGE = `Usage: npm run train:export -- CONFIG [--folder DIR]

Writes models/CONFIG from the run's checkpoint: ${[...CONFIGS.keys()].join(', ')}. Takes about a minute.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const config = CONFIGS.get(positionals[0] ?? '');
if (values.help || config === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 1);
}

const engine = await startEngine('auto');
const task = await createTask(config.task, engine);
const folder = values.folder ?? path.join(RUNS_FOLDER, config.name);
const { spans } = layOut(task.parameters);
const state = loadCheckpoint(bestCheckpoint(folder), runFingerprint(task));
if (state === undefined)
  throw new Error(`There is no checkpoint of ${config.name} yet: run \`npm run train:embedder -- ${config.name}\`.`);
writeVariables(task.parameters, spans, state.average);
const card = await exportModel(task, {
  id: config.name,
  modelsFolder: MODELS_FOLDER,
  terms: config.terms,
  training: {
    ...config.card,
    config,
    engine: engine.name,
    hardware: hardware(),
    steps: state.step,
    pictures: state.picture,
  },
});
console.log(JSON.stringify(card.metrics, null, 2));

/** Of this machine, where the run came to its end. */
function hardware(): string {
  const cores = cpus();
  return `${cores.length} cores of ${cores[0]?.model ?? 'an unnamed processor'}`;
}
