import { describe, expect, it } from 'vitest';
import { drawnCheckIn, drawnCorrection, drawnPerson, wallClock, ZONE } from '../../testing/drawn-log.ts';
import { NOW, openStores } from '../../testing/open-stores.ts';
import { addDays, placeTimeAt } from '../domain/place-time.ts';
import { untilLive } from './live.ts';

const open = openStores();

describe('the log', () => {
  it('gives back what was added, with corrections applied', async () => {
    const store = await open();
    const anna = drawnPerson('Anna');
    await store.people.save([anna]);
    const checkIn = drawnCheckIn(anna.id, '2026-11-28 08:00');
    const strike = drawnCorrection(anna.id, '2026-11-28 09:00', { kind: 'strike', of: checkIn.id });
    await store.log.add({ checkIns: [checkIn] });
    await store.log.add({ corrections: [strike] });
    expect(await store.log.between('2026-11-28', '2026-11-28')).toEqual({
      checkIns: [checkIn],
      corrections: [strike],
      records: [{ ...checkIn, original: checkIn, struck: true, corrections: [strike] }],
    });
    expect((await store.log.between('2026-11-29', '2026-12-31')).checkIns).toEqual([]);
  });

  it('never changes an entry, and takes none twice', async () => {
    const store = await open();
    const checkIn = drawnCheckIn('anna', '2026-11-28 08:00');
    await store.log.add({ checkIns: [checkIn] });
    await store.log.add({ checkIns: [{ ...checkIn, direction: 'out' }] });
    expect((await store.log.all()).checkIns).toEqual([checkIn]);
  });

  it('is told as it grows to whoever watches those dates', async () => {
    const store = await open();
    const part = await store.log.watchBetween('2026-11-28', '2026-11-29');
    const seen = untilLive(part, ({ checkIns }) => checkIns.length === 2);
    const inside = ['2026-11-28 08:00', '2026-11-29 23:00'].map((at) => drawnCheckIn('anna', at));
    const outside = ['2026-11-27 08:00', '2026-11-30 00:00'].map((at) => drawnCheckIn('anna', at));
    await store.log.add({ checkIns: [...outside, ...inside] });
    expect((await seen).checkIns).toEqual(inside);
    part.stop();
  });

  it('knows its latest check-in, also after a reload, so that a clock that was set back is noticed', async () => {
    const name = crypto.randomUUID();
    const store = await open(name);
    const tomorrow = addDays(new Date().toISOString().slice(0, 10), 2);
    await store.log.add({ checkIns: [drawnCheckIn('anna', `${tomorrow} 08:00`)] });
    await store.close();
    expect((await open(name)).log.latest.current?.slice(0, 10)).toBe(tomorrow);
  });

  describe('with an entry that was moved to another date', () => {
    async function moved(from = '2026-11-27', to = '2026-11-28') {
      const store = await open();
      const anna = drawnPerson('Anna');
      await store.people.save([anna]);
      const checkIn = drawnCheckIn(anna.id, `${from} 23:50`);
      const time = placeTimeAt(wallClock(`${to} 00:10`), ZONE);
      const move = { kind: 'change', of: checkIn.id, direction: 'in', time } as const;
      const change = drawnCorrection(anna.id, '2026-11-29 09:00', move);
      const strike = drawnCorrection(anna.id, '2026-11-29 10:00', { kind: 'strike', of: checkIn.id });
      return { store, anna, checkIn, change, strike };
    }

    it('has it under the date that it was moved to, with all that was said about it', async () => {
      const { store, checkIn, change, strike } = await moved();
      await store.log.add({ checkIns: [checkIn], corrections: [change] });
      expect((await store.log.between('2026-11-27', '2026-11-27')).records).toEqual([]);
      expect(await store.log.between('2026-11-28', '2026-11-28')).toMatchObject({
        ...{ checkIns: [checkIn], corrections: [change] },
        records: [{ id: checkIn.id, localDate: '2026-11-28', original: checkIn, struck: false }],
      });
      await store.log.add({ corrections: [strike] });
      expect(await store.log.between('2026-11-28', '2026-11-28')).toMatchObject({
        ...{ corrections: [change, strike], records: [{ struck: true }] },
      });
      expect(await store.log.all()).toMatchObject({ corrections: [change, strike], records: { length: 1 } });
    });

    it('tells whoever watches that date', async () => {
      const { store, checkIn, change, strike } = await moved();
      const part = await store.log.watchBetween('2026-11-28', '2026-11-28');
      await store.log.add({ checkIns: [checkIn] });
      const comes = untilLive(part, ({ records }) => records.length === 1);
      await store.log.add({ corrections: [change] });
      expect((await comes).records).toMatchObject([{ id: checkIn.id, corrections: [change] }]);
      const isStruck = untilLive(part, ({ records }) => records[0]?.struck === true);
      await store.log.add({ corrections: [strike] });
      await isStruck;
      part.stop();
    });

    it('keeps it as long as the date that it was moved to', async () => {
      for (const [from, to, count] of [
        ['2026-10-28', '2026-10-29', 0],
        ['2026-10-29', '2026-10-28', 2],
      ] as const) {
        const { store, checkIn, change } = await moved(from, to);
        await store.settings.save({ ...store.settings.current.current, zone: ZONE, retentionDays: 30 });
        await store.log.add({ checkIns: [checkIn], corrections: [change] });
        expect(await store.eraseExpired()).toBe(count);
        const { checkIns, corrections } = await store.log.all();
        expect(checkIns.length + corrections.length).toBe(2 - count);
      }
    });

    it('lets go of all of it with the person', async () => {
      const { store, anna, checkIn, change } = await moved();
      await store.log.add({ checkIns: [checkIn], corrections: [change] });
      await store.erase([anna.id], { records: 'remove' });
      for (const part of [await store.log.all(), await store.log.between('2026-11-28', '2026-11-28')]) {
        expect(part).toEqual({ checkIns: [], corrections: [], records: [] });
      }
    });
  });

  it('keeps what a clock that was behind made to look old', async () => {
    const store = await open();
    await store.settings.save({ ...store.settings.current.current, zone: ZONE, retentionDays: 30 });
    const clock = { state: 'off', against: 'server', aheadSeconds: -56 * 365 * 24 * 3600 } as const;
    await store.log.add({ checkIns: [drawnCheckIn('anna', '1970-12-12 08:00', 'in', { clock })] });
    expect(await store.eraseExpired()).toBe(0);
    expect((await store.log.all()).checkIns).toHaveLength(1);
  });

  it('lets go of what is older than the settings keep', async () => {
    const store = await open();
    await store.settings.save({ ...store.settings.current.current, zone: 'Europe/Amsterdam', retentionDays: 30 });
    const days = ['2026-10-28', '2026-10-29', '2026-11-28'];
    await store.log.add({ checkIns: days.map((day) => drawnCheckIn('anna', `${day} 08:00`)) });
    expect(await store.eraseExpired()).toBe(1);
    expect((await store.log.all()).checkIns.map(({ localDate }) => localDate)).toEqual(days.slice(1));
    expect(await store.eraseExpired()).toBe(0);
  });

  it('takes and gives five thousand check-ins', async () => {
    const store = await open();
    const base = drawnCheckIn('anna', '2026-11-28 08:00');
    const checkIns = Array.from({ length: 5000 }, (_, i) => ({
      ...base,
      id: `2026-11-28:${String(NOW + i).padStart(15, '0')}:${i}`,
    }));
    const part = await store.log.watchBetween('2026-11-28', '2026-11-28');
    await store.log.add({ checkIns });
    await untilLive(part, (live) => live.checkIns.length === 5000);
    expect((await store.log.all()).checkIns).toEqual(checkIns);
    part.stop();
  });
});
