import { toFaceVerifyError } from '@face-verify/core';
import type { EngineReport } from '../api.ts';
import { AssetFolder } from '../assets/asset-folder.ts';
import { ASSET_PATHS } from '../assets/asset-paths.ts';
import { importScript } from '../assets/import-script.ts';
import { timedStage } from '../timed-stage.ts';
import { choosePlace } from './choose-place.ts';
import type { EngineSettings, EngineStart, FaceEngine } from './face-engine.ts';
import { startWorker } from './worker/start-worker.ts';
import { WorkerEngine } from './worker/worker-engine.ts';

/** An engine, and where it runs. */
export interface StartedEngine {
  readonly engine: FaceEngine;
  readonly report: EngineReport;
}

/** What a worker can lack that the page may have. */
const LACKS = new Set<unknown>(['worker', 'offscreen-canvas']);

/**
 * Starts the engine that lies among the assets, in a worker or on this thread.
 *
 * @param requested - `auto`: in a worker where it can be, otherwise on this thread
 * @throws {FaceVerifyError} as `createLocalEngine`, and `backend-unavailable` where a worker was asked for and cannot be
 */
export async function startEngine(
  settings: EngineSettings,
  requested: EngineReport['requested'],
  start: EngineStart = {},
): Promise<StartedEngine> {
  const assets = new AssetFolder(settings.assets);
  const here = async (reason: string): Promise<StartedEngine> => {
    const module = (await importScript(assets, ASSET_PATHS.engine, start.signal)) as typeof import('./engine.ts');
    const engine = await module.createLocalEngine(settings, start);
    return { engine, report: { requested, runsIn: 'this-thread', reason } };
  };
  const place = choosePlace(requested, settings.detector, globalThis);
  if (place.runsIn === 'this-thread') return here(place.reason);
  // Checked here: a worker does not tell what is wrong with its script.
  const script = await timedStage('engine', () => assets.scriptUrl(ASSET_PATHS.engine, start.signal));
  try {
    return { engine: await WorkerEngine.start(startWorker(script), settings, start), report: place };
  } catch (thrown) {
    const error = toFaceVerifyError(thrown, 'internal');
    if (requested === 'auto' && LACKS.has(error.details.missing)) return here(error.message);
    throw error;
  }
}
