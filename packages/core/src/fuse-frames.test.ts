import { drawnContract } from '@face-verify/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosineSimilarity, createEmbedding, type Embedding } from './embedding.ts';
import { fuseFrames } from './fuse-frames.ts';
import { fuseTemplate } from './template.ts';

const CONTRACT = drawnContract('a', 4);

function face(...raw: number[]): Embedding {
  return createEmbedding(raw, CONTRACT);
}

const SUBJECT = [face(1, 0.1, 0, 0), face(1, 0, 0.2, 0), face(2, -0.2, 0, 0)];
const STRANGER = [face(0, 0, 0, 3), face(0, 0.1, 0, 1)];

/** All on one side, so that no chain of them goes round and cancels. */
const faces = fc
  .tuple(fc.integer({ min: 1, max: 3 }), ...[1, 2, 3].map(() => fc.integer({ min: -5, max: 5 })))
  .map((raw) => face(...raw));
const films = fc.array(faces, { minLength: 1, maxLength: 9 });
const links = fc.double({ min: 0.3, max: 1, noNaN: true });

describe('frames', () => {
  it('of a stranger among those of the subject do not change the template', () => {
    const [a, b, c] = SUBJECT as [Embedding, Embedding, Embedding];
    const [x, y] = STRANGER as [Embedding, Embedding];
    const { template, kept, dropped } = fuseFrames([x, a, b, y, c]);
    expect({ kept, dropped }).toEqual({ kept: [1, 2, 4], dropped: [0, 3] });
    expect(template).toEqual(fuseTemplate(SUBJECT));
  });

  it('are kept through a frame between them', () => {
    const quarterTurn = [face(1, 0, 0, 0), face(0, 1, 0, 0)];
    expect(fuseFrames(quarterTurn).kept).toEqual([0]);
    expect(fuseFrames([...quarterTurn, face(1, 1, 0, 0)]).kept).toEqual([0, 1, 2]);
  });

  it('of two equally large groups are kept where the earliest is', () => {
    expect(fuseFrames([...STRANGER, ...SUBJECT.slice(1)]).kept).toEqual([0, 1]);
    expect(fuseFrames([...SUBJECT.slice(1), ...STRANGER]).kept).toEqual([0, 1]);
  });

  it('are linked from the given similarity on, 0.4 unless told', () => {
    const pair = [face(1, 0, 0, 0), face(3, 4, 0, 0)] as const;
    const linkSimilarity = cosineSimilarity(...pair);
    expect(fuseFrames(pair).kept).toEqual([0, 1]);
    expect(fuseFrames(pair, { linkSimilarity }).kept).toEqual([0, 1]);
    expect(fuseFrames(pair, { linkSimilarity: 0.61 })).toMatchObject({ kept: [0], dropped: [1] });
    expect(fuseFrames([face(1, 0, 0, 0), face(0.39, 0.92, 0, 0)]).kept).toEqual([0]);
  });

  it('that are kept count what they are weighed', () => {
    const weigh = (kept: readonly Embedding[]) => kept.map((_, i) => (i === 0 ? 1 : 0));
    expect(fuseFrames([...STRANGER, ...SUBJECT], { weigh }).template.embedding.vector).toEqual(SUBJECT[0]?.vector);
  });

  it('have to be there, of one model, and linked by a cosine', () => {
    const other = createEmbedding([1, 0, 0, 0], drawnContract('b', 4));
    expect(() => fuseFrames([])).toThrow(expect.objectContaining({ code: 'embedding-invalid' }));
    expect(() => fuseFrames([...SUBJECT, other])).toThrow(expect.objectContaining({ code: 'contract-mismatch' }));
    for (const linkSimilarity of [Number.NaN, -1.1, 1.1, Number.NEGATIVE_INFINITY]) {
      const fuse = () => fuseFrames(SUBJECT, { linkSimilarity });
      expect(fuse).toThrow(expect.objectContaining({ code: 'option-invalid' }));
    }
  });

  it('are each kept or dropped, and none dropped is linked to one kept', () => {
    let compared = 0;
    const check = fc.property(films, links, (film, linkSimilarity) => {
      const { kept, dropped, template } = fuseFrames(film, { linkSimilarity });
      expect([...kept, ...dropped].sort((a, b) => a - b)).toEqual([...film.keys()]);
      expect(template.faceCount).toBe(kept.length);
      for (const k of kept) {
        for (const d of dropped) {
          expect(cosineSimilarity(film[k] as Embedding, film[d] as Embedding)).toBeLessThan(linkSimilarity);
          compared++;
        }
      }
    });
    fc.assert(check, { seed: 1 });
    expect(compared).toBeGreaterThan(100);
  });

  it('are the fewer kept the more alike they have to be', () => {
    const check = fc.property(films, links, links, (film, p, q) => {
      const [loose, strict] = [Math.min(p, q), Math.max(p, q)].map(
        (linkSimilarity) => fuseFrames(film, { linkSimilarity }).kept.length,
      );
      expect(strict).toBeLessThanOrEqual(loose as number);
    });
    fc.assert(check, { seed: 1 });
  });

  it('give the same template in any order, where a majority is kept', () => {
    const shuffled = films.chain((film) =>
      fc.tuple(fc.constant(film), fc.shuffledSubarray(film, { minLength: film.length })),
    );
    const check = fc.property(shuffled, links, ([film, otherwise], linkSimilarity) => {
      const { kept, template } = fuseFrames(film, { linkSimilarity });
      fc.pre(kept.length * 2 > film.length);
      const other = fuseFrames(otherwise, { linkSimilarity });
      expect(other.kept).toHaveLength(kept.length);
      expect(cosineSimilarity(other.template.embedding, template.embedding)).toBeCloseTo(1, 5);
    });
    fc.assert(check, { seed: 1 });
  });
});
