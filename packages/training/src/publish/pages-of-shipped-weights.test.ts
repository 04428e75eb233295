import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_MODEL } from '@face-verify/nets';
import { GENERATED_PAGES, MODELS_FOLDER } from '@face-verify/repository';
import { expect, it } from 'vitest';
import { readModelCard } from '../engine/read-model.ts';

// Whoever exports new weights runs the commands that write these pages again.
it.each(['quality.md', 'conditions.md', 'identification.md', 'transactions.md'])(
  'docs/generated/%s was measured with the weights that ship',
  (name) => {
    const { weights } = readModelCard(DEFAULT_MODEL, MODELS_FOLDER);
    const page = readFileSync(path.join(GENERATED_PAGES, name), 'utf8');
    expect(page).toContain(`Weights \`${weights.sha256.slice(0, 12)}\``);
  },
);
