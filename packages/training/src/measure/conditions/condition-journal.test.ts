import { appendFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { ConditionJournal, imageName } from './condition-journal.ts';

const REFUSED = { outcome: 'refused', reason: 'no-face' } as const;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'conditions-'));
});

test('another run finds what was kept, but not another pipeline', () => {
  new ConditionJournal(folder, 'one').set('picture', REFUSED);
  expect(new ConditionJournal(folder, 'one').get('picture')).toEqual(REFUSED);
  expect(new ConditionJournal(folder, 'other').get('picture')).toBeUndefined();
});

test('a line that a kill tore in two spoils no other', () => {
  new ConditionJournal(folder, 'one').set('before', REFUSED);
  appendFileSync(path.join(folder, readdirSync(folder)[0] as string), '\n{"name":"torn","outc');
  new ConditionJournal(folder, 'one').set('after', REFUSED);
  const journal = new ConditionJournal(folder, 'one');
  expect(['before', 'torn', 'after'].map((picture) => journal.get(picture)?.outcome)).toEqual([
    'refused',
    undefined,
    'refused',
  ]);
});

test('pictures of the same bytes in another shape have another name', () => {
  const data = new Uint8Array(12);
  const name = (widthPx: number, heightPx: number) => imageName({ widthPx, heightPx, channels: 3, data });
  expect(name(4, 1)).not.toBe(name(1, 4));
});
