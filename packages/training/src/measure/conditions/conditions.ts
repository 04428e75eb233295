import { type Condition, oneStep } from './condition.ts';
import { COVERING_CONDITIONS } from './covering-conditions.ts';
import { DETAIL_CONDITIONS } from './detail-conditions.ts';
import { LIGHT_CONDITIONS } from './light-conditions.ts';
import { SHAPE_CONDITIONS } from './shape-conditions.ts';
import { SURROUNDING_CONDITIONS } from './surrounding-conditions.ts';

/** What all conditions are held against. */
export const AS_IT_IS: Condition = oneStep('As it is', ({ image }) => image);

/** Everything that is done to both photographs of a pair, the photographs as they are first. */
export const CONDITIONS: readonly Condition[] = [
  AS_IT_IS,
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
