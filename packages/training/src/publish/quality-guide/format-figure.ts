import type { Figure } from '@face-verify/eval';

/** A ratio with its interval: `0.77 (0.76–0.78)`. */
export function formatRatio({ value, interval }: Figure): string {
  return `${value.toFixed(2)} (${interval.map((end) => end.toFixed(2)).join('–')})`;
}

/** A share with its interval: `80.7 % (71.0–88.1)`. */
export function formatShare({ value, interval }: Figure, digits = 1): string {
  return `${formatPercent(value, digits)} (${interval.map((end) => (100 * end).toFixed(digits)).join('–')})`;
}

/** How much one share is above another, in per cent of the whole: `+1.4 (0.3 to 2.9)`. */
export function formatGain({ value, interval }: Figure): string {
  const percent = (share: number) => (100 * share).toFixed(1).replace(/^-0\.0$/, '0.0');
  const gain = percent(value);
  return `${Number(gain) > 0 ? '+' : ''}${gain} (${interval.map(percent).join(' to ')})`.replaceAll('-', '−');
}

export function formatPercent(share: number, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/** A position on an axis, as short as it can be told. */
export function formatPosition(x: number): string {
  return String(Number(x.toPrecision(2)));
}
