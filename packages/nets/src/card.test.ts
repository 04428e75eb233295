import { describe, expect, it } from 'vitest';
import { parseCard } from './card.ts';

const CARD = {
  kind: 'landmarks',
  id: 'points',
  architecture: 'FacePointNet',
  topology: '0123456789abcdef',
  weights: { file: 'weights.bin', format: 'fp16', bytes: 2, sha256: 'a'.repeat(64) },
  training: {},
  metrics: {},
  terms: { permittedUse: 'non-commercial-research', text: 'Trained on research data.' },
  golden: [0],
};

describe('parseCard', () => {
  it('keeps what the weights may be used for', () => {
    expect(parseCard(CARD).terms).toEqual(CARD.terms);
  });

  it.for([
    ['no terms', undefined],
    ['terms in words alone', 'For research.'],
    ['terms without words', { permittedUse: 'any', text: '' }],
    ['a use that nobody defined', { permittedUse: 'some', text: 'For some.' }],
  ])('refuses weights with %s', ([, terms]) => {
    expect(() => parseCard({ ...CARD, terms })).toThrow(expect.objectContaining({ code: 'weights-corrupt' }));
  });

  it.for([null, [], 'card', {}])('refuses %j', (json) => {
    expect(() => parseCard(json)).toThrow(expect.objectContaining({ code: 'weights-corrupt' }));
  });
});
