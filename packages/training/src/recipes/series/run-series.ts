import { existsSync } from 'node:fs';
import path from 'node:path';
import { CHECKPOINT_FILE, readCheckpoint } from '../../learn/trainer/checkpoint.ts';
import type { RunConfig } from '../../learn/trainer/run-config.ts';

/**
 * Trains runs in order. Those that are finished are skipped, one that was interrupted goes on from its checkpoint.
 *
 * @param run - trains one configuration to its end, or until the signal aborts
 * @param folderOf - where a run keeps its checkpoint
 */
export async function runSeries(
  configs: readonly RunConfig[],
  run: (config: RunConfig) => Promise<unknown>,
  folderOf: (name: string) => string,
  signal: AbortSignal,
): Promise<void> {
  for (const config of configs) {
    if (!signal.aborted && !isFinished(config, folderOf(config.name))) await run(config);
  }
}

/** Whether the run's checkpoint has come to the end of its schedule. */
export function isFinished({ schedule }: RunConfig, folder: string): boolean {
  const checkpoint = path.join(folder, CHECKPOINT_FILE);
  return existsSync(checkpoint) && readCheckpoint(checkpoint).state.picture >= schedule.pictures;
}
