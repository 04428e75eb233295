import type { DecisionThreshold } from 'face-verify';
import { part } from './find.ts';
import { formatOdds, formatSimilarity } from './format.ts';

/**
 * Shows a cosine on its whole range, from -1 to 1, with the threshold marked and what that threshold costs. The scale
 * stands there without either, so that nothing moves once they are known.
 */
export function renderSimilarity(
  root: HTMLElement,
  threshold: DecisionThreshold | undefined,
  similarity: number | undefined,
): void {
  const scale = part(root, 'scale', HTMLElement);
  scale.style.setProperty('--threshold', String(threshold?.similarity ?? 1));
  scale.style.setProperty('--similarity', String(similarity ?? 0));
  scale.classList.toggle('unmarked', similarity === undefined);
  scale.classList.toggle('undecided', threshold === undefined);
  const value = part(root, 'similarity-value', HTMLOutputElement);
  value.value = similarity === undefined ? '–' : formatSimilarity(similarity);
  value.dataset.value = similarity === undefined ? '' : String(similarity);
  part(root, 'threshold-label', HTMLElement).textContent =
    threshold === undefined ? '' : `threshold ${formatSimilarity(threshold.similarity)}`;
  const text = part(root, 'threshold-text', HTMLElement);
  text.dataset.value = String(threshold?.similarity ?? '');
  text.textContent = threshold === undefined ? '' : describeThreshold(threshold);
}

function describeThreshold({ similarity, fmr }: DecisionThreshold): string {
  const meaning = `From ${formatSimilarity(similarity)} on, two faces count as one person’s.`;
  if (fmr === 'unknown') return `${meaning} How many pairs of different people reach that too is unknown.`;
  return `${meaning} About ${formatOdds(fmr)} pairs of different people reaches that too: a false match.`;
}
