import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LogEntry } from '../plot/learning-curve.ts';
import { CHECKPOINT_FILE, readCheckpoint } from '../trainer/checkpoint.ts';
import type { RunConfig } from '../trainer/run-config.ts';
import { bestValidation, type StageResult } from './stage-results.ts';

/**
 * Runs stages in order. Those that are finished are skipped, one that was interrupted goes on from its checkpoint.
 *
 * @param run - trains one configuration to its end, or until the signal aborts
 * @param folderOf - where a run keeps its checkpoint and log
 * @returns what every stage came to
 */
export async function runStages(
  stages: readonly RunConfig[],
  run: (stage: RunConfig) => Promise<unknown>,
  folderOf: (name: string) => string,
  signal: AbortSignal,
): Promise<readonly StageResult[]> {
  for (const stage of stages) {
    if (!signal.aborted && !isFinished(stage, folderOf(stage.name))) await run(stage);
  }
  return stages.map(({ name }) => resultOf(name, folderOf(name)));
}

function isFinished({ schedule }: RunConfig, folder: string): boolean {
  const checkpoint = path.join(folder, CHECKPOINT_FILE);
  return existsSync(checkpoint) && readCheckpoint(checkpoint).state.picture >= schedule.pictures;
}

function resultOf(name: string, folder: string): StageResult {
  const file = path.join(folder, 'train.log.jsonl');
  if (!existsSync(file)) return { name };
  const entries = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): LogEntry => JSON.parse(line));
  const best = bestValidation(entries);
  return { name, ...(best && { best }) };
}
