import { expect, it } from 'vitest';
import { progressText } from './progress-text.ts';

const text = (state: { before?: number; done: number; elapsedMs: number }) =>
  progressText({ noun: 'crops', total: 10_000, before: 0, ...state });

it('promises nothing before anything is done', () => {
  expect(text({ done: 0, elapsedMs: 5000 })).toBe('0/10000 crops');
  expect(text({ before: 400, done: 400, elapsedMs: 5000 })).toBe('400/10000 crops');
});

it('promises nothing in its first moments', () => {
  expect(text({ done: 3, elapsedMs: 90 })).toBe('3/10000 crops');
});

it('measures its speed by what this run has done', () => {
  expect(text({ before: 5000, done: 5020, elapsedMs: 2000 })).toBe('5020/10000 crops, 10.0/s, 9 min left');
});

it('tells how long each takes where that is more than a second', () => {
  expect(text({ done: 9990, before: 9980, elapsedMs: 25_000 })).toBe('9990/10000 crops, 2.5 s each, 25 s left');
});

it('tells long times in hours', () => {
  expect(text({ done: 1, elapsedMs: 1000 })).toBe('1/10000 crops, 1.0/s, 2 h 47 min left');
});

it('has no time left at the end', () => {
  expect(text({ done: 10_000, elapsedMs: 100_000 })).toBe('10000/10000 crops, 100.0/s');
});
