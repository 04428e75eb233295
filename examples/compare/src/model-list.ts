import { formatMegabytes, formatSimilarity } from './format.ts';
import type { ShippedModel } from './models.ts';

/** Lets the visitor choose one of the trained models. */
export function listModels(
  root: HTMLElement,
  models: readonly ShippedModel[],
  chosen: string,
  choose: (id: string) => void,
): void {
  root.replaceChildren(
    ...models.map((model) => {
      const row = document.createElement('label');
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = 'model';
      radio.value = model.id;
      radio.checked = model.id === chosen;
      radio.addEventListener('change', () => choose(model.id));
      const text = document.createElement('span');
      const name = document.createElement('span');
      name.className = 'model-name';
      name.textContent = model.id;
      const facts = document.createElement('span');
      facts.className = 'fine';
      facts.textContent = describe(model);
      text.append(name, facts);
      row.append(radio, text);
      return row;
    }),
  );
}

function describe({ bytes, auc, threshold }: ShippedModel): string {
  return [
    formatMegabytes(bytes),
    auc === undefined ? 'AUC not measured' : `AUC ${formatSimilarity(auc)}`,
    threshold === undefined ? 'no threshold' : `threshold ${formatSimilarity(threshold.similarity)}`,
  ].join(' · ');
}
