import type { Condition } from './condition.ts';
import { COVERING_CONDITIONS } from './covering-conditions.ts';
import { DETAIL_CONDITIONS } from './detail-conditions.ts';
import { LIGHT_CONDITIONS } from './light-conditions.ts';
import { SHAPE_CONDITIONS } from './shape-conditions.ts';
import { SURROUNDING_CONDITIONS } from './surrounding-conditions.ts';

/** Everything that is done to both photographs of a pair, the photographs as they are first. */
export const CONDITIONS: readonly Condition[] = [
  { title: 'As it is', steps: [{ label: '', apply: ({ image }) => image }] },
  ...SHAPE_CONDITIONS,
  ...LIGHT_CONDITIONS,
  ...DETAIL_CONDITIONS,
  ...COVERING_CONDITIONS,
  ...SURROUNDING_CONDITIONS,
];

/** A step's name among all steps. */
export function nameOfStep({ title }: Condition, { label }: { readonly label: string }): string {
  return label === '' ? title : `${title}, ${label}`;
}
