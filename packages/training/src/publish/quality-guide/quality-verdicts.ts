import type { Figure } from '@face-verify/eval';
import type { FusionFigures } from '../../measure/quality/fusion-figures.ts';
import type { QualityPoint, QualitySeries } from '../../measure/quality/measure-quality.ts';
import { formatGain, formatPercent, formatPosition, formatRatio } from './format-figure.ts';

// What the figures say in words, whichever way they turn out.

const COURSES = { falls: 'falls', rises: 'rises', stays: 'does not clearly move' } as const;

/** Whether the norm tells good faces from poor ones. */
export function overallVerdict(series: readonly QualitySeries[]): string {
  const titled = (is: (course: keyof typeof COURSES) => boolean) =>
    series.filter(({ points }) => is(courseOf(points))).map(({ title }) => title.toLowerCase());
  const [falling, others] = [titled((course) => course === 'falls'), titled((course) => course !== 'falls')];
  if (others.length === 0) return `**It does.** The norm falls with ${list(falling)}.`;
  if (falling.length === 0) return `**It does not.** The norm does not fall with ${list(others)}.`;
  return `**In part.** The norm falls with ${list(falling)}, not with ${list(others)}.`;
}

/** How far norm and matches go on the way from good faces to poor ones. */
export function seriesVerdict({ title, points }: QualitySeries): string {
  const [first, last] = ends(points);
  const missed = points.filter(
    ({ relativeNorm, trueMatchRate }) =>
      relativeNorm.value >= first.relativeNorm.value && trueMatchRate.value < first.trueMatchRate.value,
  );
  const sentences = [
    `**${title}**: the norm ${COURSES[courseOf(points)]}, from ${formatRatio(first.relativeNorm)} to ${formatRatio(last.relativeNorm)}; ` +
      `the pairs matched go from ${formatPercent(first.trueMatchRate.value)} to ${formatPercent(last.trueMatchRate.value)}.`,
  ];
  if (missed.length > 0) {
    const places = missed.map(({ x, relativeNorm }) => `${formatPosition(x)} (${relativeNorm.value.toFixed(2)})`);
    sentences.push(`It misses that fewer match at ${list(places)}.`);
  }
  return sentences.join(' ');
}

/** Whether a small norm tells which undamaged faces will be hard to match. */
export function normsVerdict(points: readonly QualityPoint[]): string {
  const [small, large] = ends(points);
  const tells = changeOf(small.trueMatchRate, large.trueMatchRate) === 'rises' ? 'tells' : 'does not clearly tell';
  return `**Undamaged**: a small norm ${tells} a face that is hard to match; of the pairs of the ${small.faces} faces with the smallest norms ${formatPercent(small.trueMatchRate.value)} match, of the ${large.faces} with the largest ${formatPercent(large.trueMatchRate.value)}.`;
}

/** Whether templates weighted by norms are better. */
export function weightingVerdict(rows: readonly FusionFigures[]): string {
  const { better, worse } = gainsOf(rows, 'norm');
  if (worse.length > 0) return `Weighting by norm loses: ${list(worse)}. Leave it off.`;
  if (better.length === 0) return 'Weighting by norm gains nothing that this set can show, so it is off by default.';
  const [undamaged] = rows.filter(({ damagedFaces }) => damagedFaces === 0);
  const advice =
    undamaged !== undefined && isGain(undamaged.gain.norm)
      ? 'It is off by default, and worth turning on.'
      : 'Where none is damaged it gains nothing that this set can show, so it is off by default; it is worth turning on where many photographs of a subject are poor.';
  return `Weighting by norm gains: ${list(better)}. ${advice}`;
}

/** Whether templates without the damaged faces are better. */
export function leavingOutVerdict(rows: readonly FusionFigures[]): string {
  const { better, worse } = gainsOf(rows, 'undamagedOnly');
  if (worse.length > 0) {
    return `Leaving damaged crops out loses: ${list(worse)}. A poor crop still tells something of the person.`;
  }
  if (better.length > 0) return `Leaving damaged crops out gains: ${list(better)}.`;
  return 'Leaving damaged crops out neither gains nor loses anything that this set can show.';
}

/** Gains and losses that are no chance, in words. */
function gainsOf(rows: readonly FusionFigures[], weighting: keyof FusionFigures['gain']) {
  const told = (is: (gain: Figure) => boolean) =>
    rows
      .filter(({ gain }) => is(gain[weighting]))
      .map(({ damagedFaces, gain }) => `${formatGain(gain[weighting])} with ${damagedFaces} damaged`);
  return { better: told(isGain), worse: told(isLoss) };
}

function isGain({ interval }: Figure): boolean {
  return (interval[0] as number) > 0;
}

function isLoss({ interval }: Figure): boolean {
  return (interval[1] as number) < 0;
}

function courseOf(points: readonly QualityPoint[]): keyof typeof COURSES {
  const [first, last] = ends(points);
  return changeOf(first.relativeNorm, last.relativeNorm);
}

/** A change is one where the intervals do not touch. */
function changeOf({ interval: before }: Figure, { interval: after }: Figure): keyof typeof COURSES {
  const [[lowBefore, highBefore], [lowAfter, highAfter]] = [before, after] as [[number, number], [number, number]];
  if (highAfter < lowBefore) return 'falls';
  return lowAfter > highBefore ? 'rises' : 'stays';
}

function ends(points: readonly QualityPoint[]): readonly [QualityPoint, QualityPoint] {
  return [points[0], points.at(-1)] as [QualityPoint, QualityPoint];
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
}
