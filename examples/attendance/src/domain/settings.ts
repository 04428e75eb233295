import { deviceLanguage } from '../messages/device-language.ts';
import { deviceZone, isZone, type LocalTime } from './place-time.ts';

/** What is set for the place, the same on every kiosk. */
export interface Settings {
  /** IANA zone of the place. */
  readonly zone: string;
  /** False match rate of one comparison that the threshold is chosen for, e.g. 0.0001. */
  readonly targetFmr: number;
  readonly liveness: boolean;
  /** Whether people check in and out, or in only, as in a class. */
  readonly directions: 'in-and-out' | 'in-only';
  /** Records older than this are removed; 0 keeps them. */
  readonly retentionDays: number;
  /** BCP 47, e.g. `nl`. */
  readonly language: string;
  /** How long after being seen a person is not recorded again. */
  readonly coolDownSeconds: number;
  /** Failures in a row before a pause. */
  readonly attempts: number;
  /** When a day of the place begins, e.g. `04:00:00` for a bar that closes at two. */
  readonly dayBoundary: LocalTime;
  /** No shift is longer: going out later than this after coming in is not of the same shift. */
  readonly longestShiftHours: number;
}

/** What is set at first, in the zone and the language of the device. */
export function defaultSettings(): Settings {
  return { ...DEFAULTS, zone: deviceZone(), language: deviceLanguage() };
}

const DEFAULTS: Omit<Settings, 'zone' | 'language'> = {
  targetFmr: 0.0001,
  liveness: true,
  directions: 'in-and-out',
  retentionDays: 365,
  coolDownSeconds: 120,
  attempts: 5,
  dayBoundary: '00:00:00',
  longestShiftHours: 16,
};

/** What each setting has to be. */
const RULES: { readonly [Name in keyof Settings]: (value: Settings[Name]) => boolean } = {
  zone: isZone,
  targetFmr: (rate) => rate > 0 && rate <= 0.1,
  liveness: () => true,
  directions: (which) => which === 'in-and-out' || which === 'in-only',
  retentionDays: (days) => Number.isInteger(days) && days >= 0 && days <= 36_500,
  language: (tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag),
  coolDownSeconds: (seconds) => seconds >= 0 && seconds <= 86_400,
  attempts: (count) => Number.isInteger(count) && count >= 1 && count <= 50,
  dayBoundary: (time) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time),
  longestShiftHours: (hours) => hours >= 1 && hours <= 48,
};

/** Names of the settings that are out of range or unknown; none if all is well. */
export function findInvalidSettings(settings: object): readonly string[] {
  const defaults = defaultSettings();
  const names = new Set([...Object.keys(settings), ...Object.keys(RULES)]);
  return [...names].filter((name) => {
    const rule = Object.hasOwn(RULES, name)
      ? (RULES[name as keyof Settings] as (value: unknown) => boolean)
      : undefined;
    const value: unknown = settings[name as keyof typeof settings];
    const expected = typeof defaults[name as keyof Settings];
    return rule === undefined || typeof value !== expected || !rule(value);
  });
}
