import { readFile } from 'node:fs/promises';
import { describeWithShared } from '@face-verify/testkit/vitest';
import { beforeAll, expect, test } from 'vitest';
import { inspectJpeg } from './inspect-jpeg.ts';

const COPIES_PER_PHOTOGRAPH = 2;

type Damage = (jpeg: Buffer, at: number, byteCount: number, random: () => number) => Buffer;

const lacking: Damage = (jpeg, at, byteCount) => Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + byteCount)]);

const zeroed: Damage = (jpeg, at, byteCount) => Buffer.from(jpeg).fill(0, at, at + byteCount);

const overwritten: Damage = (jpeg, at, byteCount, random) => {
  const damaged = Buffer.from(jpeg);
  // No 255, which would begin a marker.
  for (let i = at; i < at + byteCount; i++) damaged[i] = Math.floor(255 * random());
  return damaged;
};

/** From 0 up to 1, the same in every run. */
function evenlyRandom(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describeWithShared('small damage somewhere inside a photograph', (folder) => {
  let photographs: readonly Buffer[];

  beforeAll(async () => {
    const [, ...lines] = (await readFile(`${folder}/photos/index.csv`, 'utf8')).trim().split('\n');
    photographs = await Promise.all(
      lines.map((line) => readFile(`${folder}/photos/${line.slice(0, line.indexOf(','))}`)),
    );
  });

  /** Percentage of damaged copies that are called whole. */
  function passing(damage: Damage, byteCount: number): number {
    const random = evenlyRandom();
    const copies = Array.from({ length: COPIES_PER_PHOTOGRAPH }, () => photographs).flat();
    const passed = copies.filter((jpeg) => {
      const header = jpeg.lastIndexOf(Uint8Array.of(0xff, 0xda));
      const start = header + 2 + jpeg.readUInt16BE(header + 2);
      const at = start + Math.floor(random() * (jpeg.length - 2 - byteCount - start));
      return inspectJpeg(damage(jpeg, at, byteCount, random)) === 'whole';
    });
    return Math.round((100 * passed.length) / copies.length);
  }

  test.each([
    ['lacks', lacking, { 4: 71, 16: 53, 64: 7, 256: 0, 1024: 0 }],
    ['has as zeros', zeroed, { 4: 72, 16: 49, 64: 23, 256: 2, 1024: 0 }],
    ['has wrong', overwritten, { 4: 73, 16: 58, 64: 38, 256: 8, 1024: 1 }],
  ] as const)('passes as often as SECURITY.md says, by the bytes that it %s', (_, damage, percentages) => {
    const byteCounts = Object.keys(percentages).map(Number);
    expect(Object.fromEntries(byteCounts.map((count) => [count, passing(damage, count)]))).toEqual(percentages);
  });
});
