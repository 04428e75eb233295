import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedComponents } from './linked-components.ts';

const graphs = fc.integer({ min: 0, max: 12 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    links: fc.array(fc.tuple(fc.nat(Math.max(0, count - 1)), fc.nat(Math.max(0, count - 1))), { maxLength: 15 }),
  }),
);

test('things are together that a chain of links joins', () => {
  const links = new Set(['0-3', '3-4', '1-5']);
  expect(linkedComponents(6, (a, b) => links.has(`${a}-${b}`))).toEqual([[0, 3, 4], [1, 5], [2]]);
});

test('nothing has no components', () => {
  expect(linkedComponents(0, () => true)).toEqual([]);
});

test('the components are those that a walk along the links finds', () => {
  const check = fc.property(graphs, ({ count, links }) => {
    const areLinked = (a: number, b: number) => links.some(([p, q]) => (p === a && q === b) || (p === b && q === a));
    expect(linkedComponents(count, areLinked)).toEqual(walkedComponents(count, areLinked));
  });
  fc.assert(check, { seed: 1 });
});

function walkedComponents(count: number, areLinked: (a: number, b: number) => boolean): number[][] {
  const all = Array.from({ length: count }, (_, thing) => thing);
  const seen = new Set<number>();
  const walk = (from: number): number[] => {
    if (seen.has(from)) return [];
    seen.add(from);
    return [from, ...all.filter((to) => areLinked(from, to)).flatMap(walk)];
  };
  return all.map((thing) => walk(thing).sort((a, b) => a - b)).filter((component) => component.length > 0);
}
