import { describe, expect, it } from 'vitest';
import { checkClock, readServerDate } from './clock-check.ts';

const NOW = Date.parse('2026-11-28T08:00:00.000Z');
const server = (aheadMs: number, uncertaintyMs = 600) => ({ server: { aheadMs, uncertaintyMs } });

describe('a device clock', () => {
  it('agrees with a server up to a minute', () => {
    expect(checkClock(NOW, server(60_000))).toEqual({ state: 'agrees' });
    expect(checkClock(NOW, server(-60_000))).toEqual({ state: 'agrees' });
  });

  it('is off beyond, either way', () => {
    expect(checkClock(NOW, server(75_000))).toEqual({ state: 'off', against: 'server', aheadSeconds: 75 });
    expect(checkClock(NOW, server(-86_400_000))).toMatchObject({ state: 'off', aheadSeconds: -86_400 });
  });

  it('is not called off for an answer that took long', () => {
    expect(checkClock(NOW, server(75_000, 20_000))).toEqual({ state: 'agrees' });
  });

  it('is off where a record is later than now', () => {
    const lastRecord = '2026-11-28T09:00:00.000Z';
    expect(checkClock(NOW, { lastRecord })).toEqual({ state: 'off', against: 'record', aheadSeconds: -3600 });
    expect(checkClock(NOW, { lastRecord: '2026-11-28T08:00:59.000Z' })).toEqual({ state: 'unchecked' });
  });

  it('is believed by the server rather than by a record', () => {
    expect(checkClock(NOW, { ...server(0), lastRecord: '2027-01-01T00:00:00.000Z' })).toEqual({ state: 'agrees' });
  });

  it('is unchecked, never right, where nothing is known', () => {
    expect(checkClock(NOW, {})).toEqual({ state: 'unchecked' });
    expect(checkClock(NOW, { lastRecord: '2026-11-27T08:00:00.000Z' })).toEqual({ state: 'unchecked' });
  });
});

describe("a server's date", () => {
  it('is compared with the middle of the round trip', () => {
    expect(readServerDate('Sat, 28 Nov 2026 08:00:00 GMT', NOW + 400, NOW + 1400)).toEqual({
      aheadMs: 400,
      uncertaintyMs: 1000,
    });
  });

  it.each([[null], [''], ['yesterday']])('that is %j says nothing', (date) => {
    expect(readServerDate(date, NOW, NOW)).toBeUndefined();
  });

  it('says nothing where the clock was set back while asking', () => {
    expect(readServerDate('Sat, 28 Nov 2026 08:00:00 GMT', NOW, NOW - 1)).toBeUndefined();
  });
});
