import { alignmentOf } from '@face-verify/core';
import type { LoadSummary } from './harness-api.ts';

/**
 * Names everything that the pipeline's outcome for a photograph depends on: the contract of its embeddings, and in the
 * last digits the backend. What was kept under another name is not used again.
 */
export function pipelineIdentity({ contract, backend }: Pick<LoadSummary, 'contract' | 'backend'>): string {
  return `${contract} ${backend.running}`;
}

/** The same of where a face is cut out, whatever embedder sees it then. */
export function alignmentIdentity({ contract, backend }: Pick<LoadSummary, 'contract' | 'backend'>): string {
  return `${alignmentOf(contract)} ${backend.running}`;
}
