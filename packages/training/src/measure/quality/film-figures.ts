import { cosineSimilarity, type Embedding, fuseFrames } from '@face-verify/core';
import { createRandom } from '../../data/random.ts';

/** What becomes of templates of several frames when frames are linked from one similarity on; shares in [0, 1]. */
export interface FilmFigures {
  readonly linkSimilarity: number;
  readonly linkedPairsOfOne: number;
  readonly linkedPairsOfTwo: number;
  /** Films with a majority, whose template has a stranger's frame in it. */
  readonly withStranger: number;
  /** Films of which no majority is linked, so that there is no template. */
  readonly withoutTemplate: number;
  /** The same of films without a stranger. */
  readonly cleanWithoutTemplate: number;
}

const FILMS = 2000;
const OWN_FRAMES = 7;
const STRANGERS_FRAMES = 3;
const CLEAN_FRAMES = 5;

/**
 * Draws films from labelled crops, each of one identity and three frames of another, and fuses them.
 *
 * @param byIdentity - embeddings of each identity; those with fewer than seven take no part in films
 */
export function filmFigures(
  byIdentity: ReadonlyMap<string, readonly Embedding[]>,
  linkSimilarity: number,
  seed = 1,
): FilmFigures {
  const random = createRandom(seed);
  const subjects = [...byIdentity.values()].filter((frames) => frames.length >= OWN_FRAMES);
  const draw = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from];
    return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0] as T);
  };
  const counts = { withStranger: 0, withoutTemplate: 0, cleanWithoutTemplate: 0 };
  for (let film = 0; film < FILMS; film++) {
    const [own, other] = draw(subjects, 2) as [readonly Embedding[], readonly Embedding[]];
    const frames = [...draw(own, OWN_FRAMES), ...draw(other, STRANGERS_FRAMES)];
    const { kept } = fuseFrames(frames, { linkSimilarity });
    if (2 * kept.length <= frames.length) counts.withoutTemplate++;
    else if (kept.some((frame) => frame >= OWN_FRAMES)) counts.withStranger++;
    const clean = fuseFrames(draw(own, CLEAN_FRAMES), { linkSimilarity });
    if (2 * clean.kept.length <= CLEAN_FRAMES) counts.cleanWithoutTemplate++;
  }
  return {
    linkSimilarity,
    ...linkedPairs(byIdentity, linkSimilarity),
    withStranger: counts.withStranger / (FILMS - counts.withoutTemplate),
    withoutTemplate: counts.withoutTemplate / FILMS,
    cleanWithoutTemplate: counts.cleanWithoutTemplate / FILMS,
  };
}

function linkedPairs(byIdentity: ReadonlyMap<string, readonly Embedding[]>, linkSimilarity: number) {
  const all = [...byIdentity].flatMap(([identity, frames]) => frames.map((frame) => ({ identity, frame })));
  const [one, two] = [
    { pairs: 0, linked: 0 },
    { pairs: 0, linked: 0 },
  ];
  for (const [i, p] of all.entries()) {
    for (const q of all.slice(i + 1)) {
      const counts = p.identity === q.identity ? one : two;
      counts.pairs++;
      if (cosineSimilarity(p.frame, q.frame) >= linkSimilarity) counts.linked++;
    }
  }
  return { linkedPairsOfOne: one.linked / one.pairs, linkedPairsOfTwo: two.linked / two.pairs };
}
