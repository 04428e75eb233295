import {
  compareFaces,
  createEmbedding,
  type DecisionThreshold,
  embeddingCodec,
  FaceVerifyError,
} from '@face-verify/core';
import { drawnContract } from '@face-verify/testkit';
import { describe, expect, it } from 'vitest';
import type { CaptureSummary, ComparedSummary } from '../browser/harness-api.ts';
import { verifyPhotographs } from './verify-photographs.ts';

const PAIR = { probe: '/a.jpg', reference: '/b.jpg' };
const THRESHOLD: DecisionThreshold = {
  similarity: 0.3,
  fmr: 0.001,
  against: 'anyone',
  basis: 'measured',
  fmrInterval: [0.0005, 0.002],
  measuredOn: 'a set',
};
const CONTRACT = drawnContract('drawn', 2);
const image = { widthPx: 10, heightPx: 10 };

const captured: CaptureSummary = {
  outcome: 'captured',
  image,
  box: { xPx: 0, yPx: 0, widthPx: 1, heightPx: 1 },
  landmarks: {
    leftEye: { x: 0, y: 0 },
    rightEye: { x: 0, y: 0 },
    noseTip: { x: 0, y: 0 },
    leftMouthCorner: { x: 0, y: 0 },
    rightMouthCorner: { x: 0, y: 0 },
  },
  alignedSize: { widthPx: 112, heightPx: 112 },
  embedding: embeddingCodec.encodeText(createEmbedding([1, 0], CONTRACT)),
  timings: { decodeMs: 1, detectMs: 1, pointsMs: 1, alignMs: 1, embedMs: 1 },
};
const refused: CaptureSummary = { outcome: 'inconclusive', reason: 'no-face', image, faceCount: 0, timings: {} };

const lookalike: CaptureSummary = {
  ...captured,
  embedding: embeddingCodec.encodeText(createEmbedding([0.5, Math.sqrt(0.75)], CONTRACT)),
};
const stranger: CaptureSummary = {
  ...captured,
  embedding: embeddingCodec.encodeText(createEmbedding([0, 1], CONTRACT)),
};

function faceOf(capture: ComparedSummary) {
  return capture.outcome === 'inconclusive'
    ? capture
    : { outcome: capture.outcome, embedding: embeddingCodec.decode(capture.embedding) };
}

function pipeline(captures: Record<string, CaptureSummary | Error>) {
  return {
    capture: async (path: string) => {
      const capture = captures[path];
      if (capture instanceof Error || capture === undefined) throw capture;
      return capture;
    },
    compare: async (probe: ComparedSummary, reference: ComparedSummary) =>
      compareFaces(faceOf(probe), faceOf(reference), { contract: CONTRACT, dimension: 2, threshold: THRESHOLD }),
  };
}

describe('verifyPhotographs', () => {
  it('gives the similarity with the threshold and what the threshold costs', async () => {
    const report = await verifyPhotographs(pipeline({ '/a.jpg': captured, '/b.jpg': lookalike }), PAIR);
    expect(report).toEqual({ outcome: 'match', similarity: 0.5, threshold: THRESHOLD });
  });

  it('captures of each photograph the face that was asked for', async () => {
    const asked: unknown[] = [];
    const capture = async (...call: unknown[]) => {
      asked.push(call);
      return captured;
    };
    await verifyPhotographs({ ...pipeline({}), capture }, PAIR, { probe: 'largest', reference: 'central' });
    expect(asked).toEqual([
      ['/a.jpg', 'largest'],
      ['/b.jpg', 'central'],
    ]);
  });

  it('is a non-match below the threshold', async () => {
    const report = await verifyPhotographs(pipeline({ '/a.jpg': captured, '/b.jpg': stranger }), PAIR);
    expect(report.outcome).toBe('non-match');
  });

  it('names the side that has no usable face', async () => {
    const report = await verifyPhotographs(pipeline({ '/a.jpg': captured, '/b.jpg': refused }), PAIR);
    expect(report).toEqual({ outcome: 'inconclusive', reason: 'no-face', side: 'reference' });
  });

  it('names the side that could not be read', async () => {
    const unreadable = new FaceVerifyError('image-unreadable', 'Not an image.');
    const report = await verifyPhotographs(pipeline({ '/a.jpg': captured, '/b.jpg': unreadable }), PAIR);
    const error = { code: 'image-unreadable', message: 'Not an image.' };
    expect(report).toEqual({ outcome: 'error', error, side: 'reference' });
  });

  it('is an error where the comparison fails', async () => {
    const compare = async () => {
      throw new FaceVerifyError('contract-mismatch', 'Other models.');
    };
    const report = await verifyPhotographs({ ...pipeline({ '/a.jpg': captured, '/b.jpg': captured }), compare }, PAIR);
    expect(report).toEqual({ outcome: 'error', error: { code: 'contract-mismatch', message: 'Other models.' } });
  });
});
