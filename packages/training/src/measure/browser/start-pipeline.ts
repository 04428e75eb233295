import { PipelineBrowser } from '@face-verify/headless';
import { readCard } from '../../engine/load-embedder.ts';

/**
 * Starts the shipped pipeline with a model, on WASM, so that figures do not depend on whose GPU there is.
 *
 * @param model - folder name in `models/`
 * @throws {FaceVerifyError} `asset-unavailable` where there is no such embedder
 */
export function startPipeline(model: string): Promise<PipelineBrowser> {
  // Any of its own: nothing is decided here, and the pipeline refuses a rate that the card has no threshold for.
  const fmr = readCard(model).thresholds[0]?.targetFmr;
  return PipelineBrowser.start({ backend: 'wasm', model, ...(fmr === undefined ? {} : { threshold: { fmr } }) });
}
