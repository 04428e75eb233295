import { createEmbedding, embeddingCodec, FaceVerifyError } from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import type { SubjectRule } from 'face-verify';
import { describe, expect, it } from 'vitest';
import type { CaptureSummary } from '../browser/harness-api.ts';
import type { PhotographFile } from '../photograph/photograph-file.ts';
import { embedPhotographs } from './embed-photographs.ts';
import type { PhotographOutcome } from './embedding-cache.ts';

const EMBEDDING = createEmbedding([1, 0], drawnContract('drawn', 2));
const point = { x: 0, y: 0 };
const captured: CaptureSummary = {
  outcome: 'captured',
  image: { widthPx: 1, heightPx: 1 },
  box: { xPx: 0, yPx: 0, widthPx: 1, heightPx: 1 },
  landmarks: { leftEye: point, rightEye: point, noseTip: point, leftMouthCorner: point, rightMouthCorner: point },
  alignedSize: { widthPx: 112, heightPx: 112 },
  embedding: embeddingCodec.encodeText(EMBEDDING),
  timings: { decodeMs: 0, detectMs: 0, pointsMs: 0, alignMs: 0, embedMs: 0 },
};
const refused: CaptureSummary = {
  outcome: 'inconclusive',
  reason: 'multiple-faces',
  image: { widthPx: 1, heightPx: 1 },
  faceCount: 2,
  timings: {},
};

const photographs = (...paths: string[]): PhotographFile[] =>
  paths.map((path) => ({ path, sizeBytes: 1, modifiedMs: 1 }));

/** Answers in turn for each path; the last one again and again. */
function setting(answers: Record<string, (CaptureSummary | Error)[]>, cached: Record<string, PhotographOutcome> = {}) {
  const asked: string[] = [];
  const stored = new Map(Object.entries(cached));
  let advanced = 0;
  const pipeline = {
    capture: async (path: string, subject?: SubjectRule) => {
      expect(subject).toBe('central');
      asked.push(path);
      const queue = answers[path] ?? [];
      const answer = queue.length > 1 ? queue.shift() : queue[0];
      if (answer instanceof Error || answer === undefined) throw answer;
      return answer;
    },
  };
  const cache = {
    get: ({ path }: PhotographFile) => stored.get(path),
    set: ({ path }: PhotographFile, outcome: PhotographOutcome) => void stored.set(path, outcome),
  };
  const run = (list: PhotographFile[]) => embedPhotographs(list, pipeline, cache, 'central', () => advanced++);
  return { asked, stored, run, advanced: () => advanced };
}

const crash = new FaceVerifyError('internal', 'The page failed.');

describe('embedPhotographs', () => {
  it('keeps embeddings and refusals in the cache, and asks for none that is there', async () => {
    const scene = setting({ a: [captured], b: [refused] }, { c: { outcome: 'missing', reason: 'no-face' } });
    const outcomes = await scene.run(photographs('a', 'b', 'c'));
    expect(outcomes.get('a')).toEqual({ outcome: 'captured', embedding: EMBEDDING });
    expect(outcomes.get('b')).toEqual({ outcome: 'missing', reason: 'multiple-faces' });
    expect(outcomes.get('c')).toEqual({ outcome: 'missing', reason: 'no-face' });
    expect(scene.asked).toEqual(['a', 'b']);
    expect([...scene.stored.keys()]).toEqual(['c', 'a', 'b']);
    expect(scene.advanced()).toBe(2);
  });

  it('counts an unreadable photograph as missing', async () => {
    const scene = setting({ a: [new FaceVerifyError('image-unreadable', '')] });
    expect((await scene.run(photographs('a'))).get('a')).toEqual({ outcome: 'missing', reason: 'image-unreadable' });
  });

  it('tries a photograph again after a crash', async () => {
    const scene = setting({ a: [crash, captured] });
    expect((await scene.run(photographs('a'))).get('a')?.outcome).toBe('captured');
  });

  it('goes on after a photograph that always crashes, and does not keep that in the cache', async () => {
    const scene = setting({ a: [crash], b: [captured] });
    const outcomes = await scene.run(photographs('a', 'b'));
    expect(outcomes.get('a')).toEqual({ outcome: 'missing', reason: 'internal' });
    expect([...scene.stored.keys()]).toEqual(['b']);
  });

  it('gives up where every photograph crashes', async () => {
    const scene = setting({ a: [crash], b: [crash], c: [crash], d: [crash], e: [crash] });
    await expect(scene.run(photographs('a', 'b', 'c', 'd', 'e'))).rejects.toBe(crash);
    expect(scene.asked).not.toContain('e');
  });

  it('gives up at once where the pipeline is broken', async () => {
    const corrupt = new FaceVerifyError('weights-corrupt', '');
    const scene = setting({ a: [corrupt], b: [captured] });
    await expect(scene.run(photographs('a', 'b'))).rejects.toBe(corrupt);
  });
});
