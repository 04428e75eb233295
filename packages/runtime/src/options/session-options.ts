import { CHALLENGE_KINDS, FaceVerifyError } from '@face-verify/core';
import type { LivenessOptions } from '../liveness/liveness-options.ts';
import { MOST_FRAMES } from '../session/evidence.ts';
import type {
  CameraSource,
  CaptureWatch,
  EnrolWatch,
  IdentifyWatch,
  VerifyWatch,
  WatchOptions,
} from '../session/watch-options.ts';
import {
  A_FUNCTION,
  A_SIGNAL,
  AN_OBJECT,
  checkOptions,
  type OptionRule,
  type OptionRules,
  oneOf,
} from './check-options.ts';

const LIVENESS: OptionRules<LivenessOptions> = {
  kinds: [
    (kinds) => Array.isArray(kinds) && kinds.length > 0 && kinds.every((kind) => CHALLENGE_KINDS.includes(kind)),
    `is an array of ${CHALLENGE_KINDS.join(', ')}, at least one`,
  ],
  count: [(count) => Number.isInteger(count) && (count as number) >= 1, 'is a whole number, at least 1'],
};

const ANYTHING: OptionRule = [() => true, 'is anything'];

const COMMON: OptionRules<EnrolWatch> = {
  mode: ANYTHING,
  liveness: [(value) => typeof value === 'boolean' || AN_OBJECT[0](value), 'is a boolean or an object'],
  frames: [
    (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_FRAMES,
    `is a whole number from 1 to ${MOST_FRAMES}`,
  ],
  keepCamera: oneOf(true, false),
  onState: A_FUNCTION,
  signal: A_SIGNAL,
};

/** What a mode is for is checked where it is used. */
const OPTIONS = {
  verify: { ...COMMON, reference: ANYTHING, threshold: AN_OBJECT } satisfies OptionRules<VerifyWatch>,
  identify: {
    ...COMMON,
    gallery: AN_OBJECT,
    threshold: AN_OBJECT,
    k: ANYTHING,
    margin: ANYTHING,
  } satisfies OptionRules<IdentifyWatch>,
  enrol: COMMON satisfies OptionRules<EnrolWatch>,
  capture: COMMON satisfies OptionRules<CaptureWatch>,
} as const;

/** Without these a mode has nothing to decide by. */
const NEEDED = { verify: ['reference'], identify: ['gallery'], enrol: [], capture: [] } as const;

const SOURCE: OptionRules<CameraSource> = {
  camera: [(value) => typeof value === 'string' && value !== '', 'is "user", "environment" or a device id'],
  video: [isVideoElement, 'is a video element'],
};

/** @throws {FaceVerifyError} `option-invalid` for what a session does not know, or cannot do */
export function checkSessionOptions(source: unknown, options: WatchOptions): void {
  const { mode, liveness } = (options ?? {}) as Partial<WatchOptions>;
  if (mode === undefined || !Object.hasOwn(OPTIONS, mode)) {
    throw new FaceVerifyError('option-invalid', `The option mode is one of ${Object.keys(OPTIONS).join(', ')}.`, {
      details: { option: 'mode' },
    });
  }
  checkOptions(options, OPTIONS[mode] as OptionRules<WatchOptions>);
  for (const option of NEEDED[mode]) {
    if (Reflect.get(options, option) == null) {
      throw new FaceVerifyError('option-invalid', `The mode ${mode} needs a ${option}.`, { details: { option } });
    }
  }
  if (typeof liveness === 'object') checkOptions(liveness, LIVENESS);
  if (!isVideoElement(source)) checkOptions(source as CameraSource, SOURCE);
}

/** By its name, as videos of other windows are videos, too. */
export function isVideoElement(source: unknown): source is HTMLVideoElement {
  return Object.prototype.toString.call(source) === '[object HTMLVideoElement]';
}
