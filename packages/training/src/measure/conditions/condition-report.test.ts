import { contractId, createEmbedding, embeddingCodec, FIVE_POINT_TEMPLATE } from '@face-verify/core';
import { describe, expect, it } from 'vitest';
import type { FoundPhotograph } from './condition.ts';
import { reportConditions } from './condition-report.ts';
import type { ImageOutcome } from './image-outcome.ts';

const CONTRACT = contractId({
  modelId: 'drawn',
  dimension: 3,
  weightsSha256: '0'.repeat(64),
  detectorSha256: '0'.repeat(64),
  pointNetworkSha256: '0'.repeat(64),
});

const seen = (...raw: number[]): ImageOutcome => ({
  outcome: 'captured',
  embedding: embeddingCodec.encodeText(createEmbedding(raw, CONTRACT)),
});
const NOBODY: ImageOutcome = { outcome: 'refused', reason: 'no-face' };

const photographs: FoundPhotograph[] = ['a', 'a', 'b', 'b', 'c', 'c'].map((identity, index) => ({
  identity,
  index,
  image: { widthPx: 1, heightPx: 1, channels: 3, data: new Uint8Array(3) },
  landmarks: FIVE_POINT_TEMPLATE,
  box: { xPx: 0, yPx: 0, widthPx: 1, heightPx: 1 },
}));
const A = seen(1, 0, 0);
const B = seen(0, 1, 0);
const C = seen(0, 0, 1);

function report(outcomes: readonly ImageOutcome[]) {
  const step = (label: string) => ({ label, apply: ({ image }: FoundPhotograph) => image });
  const condition = { title: 'Fog', steps: [] };
  const results = [
    { condition, step: step('none'), outcomes: [A, A, B, B, C, C] },
    { condition, step: step('thick'), outcomes },
  ];
  return reportConditions(photographs, results, 0.5).steps[1];
}

describe('a step', () => {
  it('without an error has exact intervals over people, not over pictures', () => {
    const step = report([A, A, B, B, C, C]);
    expect(step).toMatchObject({ name: 'Fog, thick', refused: {}, ownOriginal: { pairs: 6, errors: 0 } });
    expect(step?.strangers).toMatchObject({ pairs: 12, errors: 0, rate: { value: 0 } });
    expect(step?.strangers.rate?.interval[1]).toBeCloseTo(1 - 0.025 ** (1 / 3), 12);
    expect(step?.mated).toMatchObject({ pairs: 3, errors: 0 });
  });

  it('counts strangers that match, one person missed, and who is not himself any more', () => {
    const step = report([A, A, A, A, C, B]);
    expect(step?.strangers).toMatchObject({ pairs: 12, errors: 4 });
    // Of three people some resamples have no pair of two.
    expect(step?.strangers.rate).toBeUndefined();
    expect(step?.mated).toMatchObject({ pairs: 3, errors: 1 });
    expect(step?.ownOriginal).toEqual({ pairs: 6, errors: 3 });
  });

  it('takes what was refused for no decision', () => {
    const step = report([A, NOBODY, NOBODY, NOBODY, B, NOBODY]);
    expect(step).toMatchObject({ refused: { 'no-face': 4 }, strangers: { pairs: 1, errors: 0 }, mated: { pairs: 0 } });
    expect(step?.ownOriginal).toEqual({ pairs: 2, errors: 1 });
  });

  it('in which all are refused has nothing to tell', () => {
    const step = report(photographs.map(() => NOBODY));
    expect(step?.strangers).toEqual({ pairs: 0, errors: 0 });
  });
});
