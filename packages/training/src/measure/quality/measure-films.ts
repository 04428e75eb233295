import { PUBLISHED_LINK_SIMILARITY } from '@face-verify/core';
import { startEngine } from '../../engine/engine.ts';
import { loadEmbedder } from '../../engine/load-embedder.ts';
import { embedTrustedCrops } from './embed-trusted-crops.ts';
import { type FilmFigures, filmFigures } from './film-figures.ts';
import { groupByIdentity } from './group-by-identity.ts';

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
  const people = groupByIdentity(await embedTrustedCrops(card, inference.run));
  const byIdentity = new Map([...people].map(([identity, own]) => [identity, own.map(({ embedding }) => embedding)]));
  const links = [
    { name: "the paper's", similarity: PUBLISHED_LINK_SIMILARITY },
    { name: '', similarity: 0.5 },
    ...card.thresholds.map(({ similarity, targetFmr }) => ({ name: `FMR ${targetFmr * 100} %`, similarity })),
  ];
  return links.map(({ name, similarity }) => ({ name, figures: filmFigures(byIdentity, similarity) }));
}
