import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PREPROCESSING_VERSION } from '@face-verify/core';
import type { LoadSummary } from './harness-api.ts';

const MODELS_FOLDER = fileURLToPath(new URL('../../../../models', import.meta.url));

interface CardFacts {
  readonly id: string;
  readonly kind: string;
  readonly weights: { readonly sha256: string };
}

/**
 * Names everything that the pipeline's outcome for a photograph depends on. The contract of its embeddings covers
 * embedder and preprocessing; where a face is cut out also hangs on {@link alignmentIdentity}.
 *
 * @param modelsFolder - holds a card for each model
 */
export function pipelineIdentity(loaded: LoadSummary, modelsFolder: string = MODELS_FOLDER): string {
  return `${loaded.contract} ${alignmentIdentity(loaded, modelsFolder)}`;
}

/**
 * Names everything that where a face is cut out depends on: the landmark network, the arithmetic of alignment, and in
 * the last digits the backend.
 *
 * @param modelsFolder - holds a card for each model
 */
export function alignmentIdentity({ backend }: LoadSummary, modelsFolder: string = MODELS_FOLDER): string {
  const cards = readdirSync(modelsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }): CardFacts => JSON.parse(readFileSync(join(modelsFolder, name, 'card.json'), 'utf8')));
  const landmarks = cards
    .filter(({ kind }) => kind === 'landmarks')
    .map(({ id, weights }) => `${id}/${weights.sha256}`);
  return [PREPROCESSING_VERSION, backend.running, ...landmarks.sort()].join(' ');
}
