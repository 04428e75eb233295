import { CONSENT_STYLES } from './consent-styles.ts';
import { CONTROLS_STYLES } from './controls-styles.ts';
import { FRAME_STYLES } from './frame-styles.ts';
import { GUIDE_STYLES } from './guide-styles.ts';
import { STAGE_STYLES } from './stage-styles.ts';
import { THEME_STYLES } from './theme-styles.ts';
import { WORDS_STYLES } from './words-styles.ts';

/** Later ones count over earlier ones. */
export const STYLES = [
  THEME_STYLES,
  FRAME_STYLES,
  WORDS_STYLES,
  CONSENT_STYLES,
  CONTROLS_STYLES,
  STAGE_STYLES,
  GUIDE_STYLES,
];
