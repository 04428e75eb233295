import { createEmbedding, type Embedding, PUBLISHED_LINK_SIMILARITY } from '@face-verify/core';
import type { EmbedderCard } from '@face-verify/nets';
import { openCrops } from '../../data/crop-reader.ts';
import { heldOutFaces, isTrusted } from '../../data/held-out-faces.ts';
import { RESEARCH_CROPS } from '../../data/shared-data.ts';
import { startEngine } from '../../engine/engine.ts';
import { loadEmbedder } from '../../engine/load-embedder.ts';
import type { Run } from '../../learn/tasks/training-task.ts';
import { runImages } from '../../learn/validation/run-images.ts';
import { type FilmFigures, filmFigures } from './film-figures.ts';
import { packedCropsContract } from './packed-crops-contract.ts';

/** What became of films whose frames were linked from one similarity on. */
export interface MeasuredLink {
  /** Where the similarity comes from; empty where it is just a number. */
  readonly name: string;
  readonly figures: FilmFigures;
}

/**
 * Draws films from the trusted research crops of the validation split, and links their frames from several similarities
 * on: the published one, a half, and the model's thresholds.
 */
export async function measureFilms(model: string): Promise<readonly MeasuredLink[]> {
  await startEngine('auto');
  const { card, inference } = loadEmbedder(model);
  const byIdentity = await embedIdentities(card, inference.run);
  const links = [
    { name: "the paper's", similarity: PUBLISHED_LINK_SIMILARITY },
    { name: '', similarity: 0.5 },
    ...card.thresholds.map(({ similarity, targetFmr }) => ({ name: `FMR ${targetFmr * 100} %`, similarity })),
  ];
  return links.map(({ name, similarity }) => ({ name, figures: filmFigures(byIdentity, similarity) }));
}

async function embedIdentities(card: EmbedderCard, run: Run): Promise<ReadonlyMap<string, readonly Embedding[]>> {
  const held = heldOutFaces(openCrops(RESEARCH_CROPS)).filter(({ record }) => isTrusted(record));
  const contract = packedCropsContract(card);
  const rows = await runImages(
    held.map(({ face }) => face),
    run,
  );
  const byIdentity = new Map<string, Embedding[]>();
  for (const [n, { record }] of held.entries()) {
    const embedding = createEmbedding(rows[n] as Float32Array, contract);
    byIdentity.set(record.identity, [...(byIdentity.get(record.identity) ?? []), embedding]);
  }
  return byIdentity;
}
