import type { EnrolmentState } from '../../domain/person.ts';

/** How the badge of a state looks; class names of `controls`. */
export const STATE_BADGES: Readonly<Record<EnrolmentState, string>> = {
  enrolled: 'good',
  'no-consent': '',
  'not-enrolled': 'unsure',
  'enrol-again': 'unsure',
  inactive: '',
};
