import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoadSummary } from '../browser/harness-api.ts';

const MODELS_FOLDER = fileURLToPath(new URL('../../../../models', import.meta.url));

interface CardFacts {
  readonly id: string;
  readonly kind: string;
  readonly weights: { readonly sha256: string };
}

/**
 * Names everything that the pipeline's outcome for a photograph depends on. The contract of its embeddings covers
 * embedder and preprocessing; where a face is cut out also hangs on the landmark network, and the last digits on the
 * backend.
 *
 * @param modelsFolder - holds a card for each model
 */
export function pipelineIdentity({ contract, backend }: LoadSummary, modelsFolder: string = MODELS_FOLDER): string {
  const cards = readdirSync(modelsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }): CardFacts => JSON.parse(readFileSync(join(modelsFolder, name, 'card.json'), 'utf8')));
  const landmarks = cards
    .filter(({ kind }) => kind === 'landmarks')
    .map(({ id, weights }) => `${id}/${weights.sha256}`);
  return [contract, backend.running, ...landmarks.sort()].join(' ');
}
