import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCard } from '@face-verify/nets';
import { MODELS_FOLDER } from '@face-verify/repository';
import type { ShippedModel } from './model-zoo-page.ts';

/** The trained embedders of `models/`. */
export async function shippedModels(): Promise<readonly ShippedModel[]> {
  const folders = (await readdir(MODELS_FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const cards = await Promise.all(
    folders.map(async ({ name }) =>
      parseCard(JSON.parse(await readFile(join(MODELS_FOLDER, name, 'card.json'), 'utf8'))),
    ),
  );
  return cards
    .filter(({ kind }) => kind === 'embedder')
    .map(({ id, architecture, metrics }) => ({ id, architecture, auc: aucOf(metrics.val) }));
}

/** Cards say of many things what they were measured at; not each has been measured on every set. */
function aucOf(measured: unknown): number | undefined {
  const value = (measured as { readonly auc?: { readonly value?: unknown } } | undefined)?.auc?.value;
  return typeof value === 'number' ? value : undefined;
}
