import type { CropRecord } from './crop.ts';

/** In the order of the set's codes, and in its words. */
const RACES = ['White', 'Black', 'Asian', 'Indian', 'others'];
const GENDERS = ['male', 'female'];
/** First age of each band. */
const AGE_BANDS = [0, 13, 20, 40, 60];

/**
 * What UTKFace says of a face in the name of its source, `age_gender_race_date`.
 *
 * @returns the apparent groups of a crop, by age, gender and race; none where its source does not say
 */
export function apparentGroups({ source }: Pick<CropRecord, 'source'>): string[] {
  const [, age, gender, race] = /^(\d+)_([01])_([0-4])_/.exec(source) ?? [];
  if (age === undefined) return [];
  const band = AGE_BANDS.findLastIndex((from) => Number(age) >= from);
  const next = AGE_BANDS[band + 1];
  return [
    `race: ${RACES[Number(race)]}`,
    `gender: ${GENDERS[Number(gender)]}`,
    `age: ${AGE_BANDS[band]}${next === undefined ? ' and above' : `–${next - 1}`}`,
  ];
}
