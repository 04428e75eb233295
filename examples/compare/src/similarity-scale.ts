import type { Threshold } from 'face-verify';
import { part } from './find.ts';
import { formatOdds, formatRate, formatSimilarity } from './format.ts';

/** Shows a cosine on its whole range, from -1 to 1, with the threshold marked and what that threshold costs. */
export function renderSimilarity(root: HTMLElement, threshold: Threshold, similarity: number | undefined): void {
  const scale = part(root, 'scale', HTMLElement);
  scale.style.setProperty('--threshold', String(threshold.similarity));
  scale.style.setProperty('--similarity', String(similarity ?? 0));
  scale.classList.toggle('unmarked', similarity === undefined);
  const value = part(root, 'similarity-value', HTMLOutputElement);
  value.value = similarity === undefined ? '–' : formatSimilarity(similarity);
  value.dataset.value = similarity === undefined ? '' : String(similarity);
  part(root, 'threshold-label', HTMLElement).textContent = `threshold ${formatSimilarity(threshold.similarity)}`;
  const text = part(root, 'threshold-text', HTMLElement);
  text.dataset.value = String(threshold.similarity);
  text.textContent = describeThreshold(threshold);
}

function describeThreshold({ similarity, targetFmr, fmrInterval: [low, high], measuredOn }: Threshold): string {
  return (
    `Threshold ${formatSimilarity(similarity)}, chosen for a false match rate of ${formatRate(targetFmr)}: ` +
    `${formatOdds(targetFmr)} pairs of different people reaches it ` +
    `(95% interval ${formatRate(low)} to ${formatRate(high)}, measured on ${measuredOn}).`
  );
}
