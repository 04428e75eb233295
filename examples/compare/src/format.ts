const SIMILARITY = new Intl.NumberFormat('en', {
  minimumFractionDigits: 3,
  maximumFractionDigits: 3,
  signDisplay: 'negative',
});
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumSignificantDigits: 2 });
const COUNT = new Intl.NumberFormat('en');

/** A cosine with three decimals and a true minus sign. */
export function formatSimilarity(similarity: number): string {
  return SIMILARITY.format(similarity).replace('-', '\u2212');
}

/** A rate in [0, 1] as per cent. */
export function formatRate(rate: number): string {
  return PERCENT.format(rate);
}

/** A small rate as people say it, e.g. 1 in 1,000. */
export function formatOdds(rate: number): string {
  return `1 in ${COUNT.format(Math.round(1 / rate))}`;
}

/** Milliseconds, or a dash for a stage that was not reached. */
export function formatMs(ms: number | undefined): string {
  if (ms === undefined) return '–';
  return `${ms.toFixed(ms < 9.95 ? 1 : 0)} ms`;
}

/** A download's size. */
export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
