import { appendFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { OutcomeJournal } from './outcome-journal.ts';

const REFUSED = { outcome: 'refused', reason: 'no-face' } as const;
type Outcome = typeof REFUSED;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outcomes-'));
});

test('another run finds what was kept, but not another pipeline', () => {
  new OutcomeJournal<Outcome>(folder, 'one').set('picture', REFUSED);
  expect(new OutcomeJournal(folder, 'one').get('picture')).toEqual(REFUSED);
  expect(new OutcomeJournal(folder, 'other').get('picture')).toBeUndefined();
});

test('a line that a kill tore in two spoils no other', () => {
  new OutcomeJournal<Outcome>(folder, 'one').set('before', REFUSED);
  appendFileSync(path.join(folder, readdirSync(folder)[0] as string), '\n{"name":"torn","outc');
  new OutcomeJournal<Outcome>(folder, 'one').set('after', REFUSED);
  const journal = new OutcomeJournal<Outcome>(folder, 'one');
  expect(['before', 'torn', 'after'].map((picture) => journal.get(picture)?.outcome)).toEqual([
    'refused',
    undefined,
    'refused',
  ]);
});
