import { describe, expect, it } from 'vitest';
import { drawnPerson } from '../../../testing/drawn-log.ts';
import { findByCard } from '../find-person.ts';
import { issueCard } from './card.ts';
import { checkPin, hashPin, isPin, PIN_ITERATIONS } from './pin.ts';

const NOW = '2026-11-28T08:00:00.000Z';
/** Enough to tell right from wrong. */
const FEW = 10;

describe('a PIN', () => {
  it('is four to eight digits', async () => {
    expect(['1234', '00000000'].every(isPin)).toBe(true);
    expect(['123', '123456789', '12a4', '１２３４', ' 1234', ''].some(isPin)).toBe(false);
    await expect(hashPin('123', FEW)).rejects.toThrow(RangeError);
  });

  it('is checked against its hash', async () => {
    const pin = await hashPin('4711', FEW);
    expect(await checkPin('4711', pin)).toBe(true);
    for (const wrong of ['4712', '04711', '', '471']) expect(await checkPin(wrong, pin)).toBe(false);
  });

  it('of two people is stored differently, and never as it is', async () => {
    const [one, other] = await Promise.all([hashPin('4711', FEW), hashPin('4711', FEW)]);
    expect(one.hash).not.toBe(other.hash);
    expect(JSON.stringify(one)).not.toContain('4711');
  });

  it('is slow to guess unless told otherwise', async () => {
    expect((await hashPin('4711')).iterations).toBe(PIN_ITERATIONS);
  });

  it('is wrong for who has none', async () => {
    expect(await checkPin('4711', undefined)).toBe(false);
    expect(await checkPin('', undefined)).toBe(false);
  });
});

describe('a card', () => {
  it('finds its person', async () => {
    const { text, card } = await issueCard(NOW);
    const people = [drawnPerson('Ben'), drawnPerson('Anna', { card })];
    expect((await findByCard(people, text))?.name).toBe('Anna');
  });

  it('ends with the next one, with none, and with a person who may not check in', async () => {
    const [lost, next] = [await issueCard(NOW), await issueCard(NOW)];
    expect(await findByCard([drawnPerson('Anna', { card: next.card })], lost.text)).toBeUndefined();
    expect(await findByCard([drawnPerson('Anna')], lost.text)).toBeUndefined();
    expect(await findByCard([drawnPerson('Anna', { card: lost.card, active: false })], lost.text)).toBeUndefined();
  });

  it('cannot be printed from what is stored, and other codes are none', async () => {
    const { text, card } = await issueCard(NOW);
    const people = [drawnPerson('Anna', { card })];
    expect(JSON.stringify(card)).not.toContain(text.slice(10));
    for (const other of ['', card.hash, text.slice(10), 'https://example.org', `${text} `]) {
      expect(await findByCard(people, other)).toBeUndefined();
    }
  });
});
