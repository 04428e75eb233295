import type { ModelCard } from './card.ts';

/** One value in so many is kept. A prime, so that every channel and every part of a map has some. */
const STEPS: Readonly<Record<ModelCard['kind'], number>> = { embedder: 1, points: 1, detector: 61 };

/** What a card keeps of a row of output: all of it, but some of the fifteen thousand values of a detector. */
export function goldenSample(kind: ModelCard['kind'], row: ArrayLike<number>): number[] {
  const step = STEPS[kind];
  return Array.from({ length: Math.ceil(row.length / step) }, (_, i) => row[i * step] as number);
}
