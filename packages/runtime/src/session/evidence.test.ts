import { createEmbedding } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import { expect, test } from 'vitest';
import { RULES } from '../../testing/drawn-session.ts';
import { addFrame, agreement, type Evidence } from './evidence.ts';

/** Frames of one person, a second apart: how well each is seen, and in which segment. */
function film(...frames: readonly (readonly [norm: number, segment: number])[]): Evidence {
  return frames.reduce<Evidence>((evidence, [norm, segment], i) => {
    const moment = { timestampMs: 1000 * i, picture: i };
    const embedding = createEmbedding([norm, 0], drawnContract('m', 2));
    return addFrame(evidence, { moment, embedding, segment }, RULES);
  }, []);
}

const norms = (evidence: Evidence) => evidence.map(({ embedding }) => embedding.norm);

test('a frame that is seen much worse than another of its segment does not count', () => {
  expect(norms(film([5, 0], [10, 0], [6, 0], [8, 0]))).toEqual([10, 8]);
});

test.for([
  ['better', 5, 10],
  ['worse', 10, 5],
] as const)('whoever is seen much %s after a challenge was there before and after', ([, before, after]) => {
  const evidence = film([before, 0], [before, 0], [after, 1]);
  expect(agreement(evidence, RULES, 2).agreed?.frames).toHaveLength(3);
});

test('of each segment the last frames are kept', () => {
  const evidence = film([7, 0], ...Array.from({ length: 20 }, (_, i) => [8 + i / 100, 1] as const));
  expect(norms(evidence)).toEqual([7, 8.12, 8.13, 8.14, 8.15, 8.16, 8.17, 8.18, 8.19]);
});
