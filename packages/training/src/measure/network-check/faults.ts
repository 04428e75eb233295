import type { NetworkCheck } from './check-network.ts';

/** Largest share of the largest output by which folding may move one: what tests on small images allow. */
export const FOLDED_TOLERANCE = 1e-4;

/** So many names say enough. */
const NAMED = 5;

/** What is wrong with a network, one entry for each kind of fault. */
export function faultsOf({ losses, notFinite, silent, foldedDifference, tensorsLeft }: NetworkCheck): string[] {
  const unexcused = silent.flatMap(({ name, excuse }) => (excuse === undefined ? [name] : []));
  return [
    ...(losses.every(Number.isFinite) ? [] : ['loss not finite']),
    ...(notFinite.length > 0 ? [`gradient not finite: ${list(notFinite)}`] : []),
    ...(unexcused.length > 0 ? [`no gradient: ${list(unexcused)}`] : []),
    // Not `>`: what is no number is a fault too.
    ...(foldedDifference <= FOLDED_TOLERANCE ? [] : [`folded differs by ${foldedDifference.toExponential(1)}`]),
    ...(tensorsLeft === 0 ? [] : [`tensors left behind: ${tensorsLeft}`]),
  ];
}

function list(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
