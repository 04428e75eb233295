import type { IdentifyOptions } from '@face-verify/core';
import type {
  CallOptions,
  CaptureOptions,
  CompareOptions,
  EnrolOptions,
  FindDuplicatesOptions,
  SubjectRule,
  VerifyOptions,
} from '../api.ts';
import {
  A_FUNCTION,
  A_NUMBER,
  A_SIGNAL,
  AN_OBJECT,
  type OptionRule,
  type OptionRules,
  oneOf,
  oneOfEach,
} from './check-options.ts';

const SUBJECT_RULES = ['only', 'largest', 'central'] as const satisfies readonly SubjectRule[];
const A_SUBJECT: OptionRule = oneOf(...SUBJECT_RULES);

const CALL_OPTIONS: OptionRules<CallOptions> = { signal: A_SIGNAL };

export const CAPTURE_OPTIONS: OptionRules<CaptureOptions> = { ...CALL_OPTIONS, subject: A_SUBJECT };

export const COMPARE_OPTIONS: OptionRules<CompareOptions> = { threshold: AN_OBJECT };

export const VERIFY_OPTIONS: OptionRules<VerifyOptions> = {
  ...CALL_OPTIONS,
  ...COMPARE_OPTIONS,
  subject: oneOfEach(['probe', 'reference'], SUBJECT_RULES),
};

export const ENROL_OPTIONS: OptionRules<EnrolOptions> = {
  ...CAPTURE_OPTIONS,
  linkSimilarity: A_NUMBER,
  weighting: oneOf('equal', 'norm'),
};

export const IDENTIFY_OPTIONS: OptionRules<IdentifyOptions> = { threshold: AN_OBJECT, k: A_NUMBER, margin: A_NUMBER };

export const FIND_DUPLICATES_OPTIONS: OptionRules<FindDuplicatesOptions> = {
  ...CALL_OPTIONS,
  threshold: AN_OBJECT,
  limit: A_NUMBER,
  onProgress: A_FUNCTION,
};
