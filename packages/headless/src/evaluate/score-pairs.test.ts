import { createEmbedding } from '@face-verify/core';
import type { ListedPair, ListedPhotograph } from '@face-verify/eval';
import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import type { PhotographOutcome } from './embedding-cache.ts';
import { scorePairs } from './score-pairs.ts';

const CONTRACT = drawnContract('drawn', 2);
const OUTCOMES: Readonly<Record<string, PhotographOutcome>> = {
  a: { outcome: 'captured', embedding: createEmbedding([1, 0], CONTRACT) },
  b: { outcome: 'captured', embedding: createEmbedding([0, 1], CONTRACT) },
  faceless: { outcome: 'missing', reason: 'no-face' },
};

const outcomeOf = (listed: ListedPhotograph) => OUTCOMES[listed.paths[0]];
const pair = (a: string, b: string, mated: boolean, fold?: number): ListedPair => ({
  probe: { paths: [a] },
  reference: { paths: [b] },
  mated,
  ...(fold === undefined ? {} : { fold }),
});

describe('scorePairs', () => {
  it('gives each pair its cosine, truth and fold', () => {
    const { scored } = scorePairs([pair('a', 'a', true, 3), pair('a', 'b', false)], outcomeOf);
    expect(scored).toEqual([
      { pair: pair('a', 'a', true, 3), similarity: 1, mated: true, fold: 3 },
      { pair: pair('a', 'b', false), similarity: 0, mated: false },
    ]);
  });

  it('says which side of a missing pair stood in the way, and why', () => {
    const { scored, missing } = scorePairs([pair('a', 'faceless', true), pair('gone', 'faceless', false)], outcomeOf);
    expect(scored).toEqual([]);
    expect(missing.map(({ side, reason }) => `${side} ${reason}`)).toEqual(['reference no-face', 'probe file-missing']);
  });
});
