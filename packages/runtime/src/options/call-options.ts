import type { IdentifyOptions } from '@face-verify/core';
import type { CallOptions, CompareOptions, EnrolOptions, FindDuplicatesOptions, VerifyOptions } from '../api.ts';
import { A_FUNCTION, A_NUMBER, A_SIGNAL, AN_OBJECT, type OptionRules, oneOf } from './check-options.ts';

export const CALL_OPTIONS: OptionRules<CallOptions> = { signal: A_SIGNAL };

export const COMPARE_OPTIONS: OptionRules<CompareOptions> = { threshold: AN_OBJECT };

export const VERIFY_OPTIONS: OptionRules<VerifyOptions> = { ...CALL_OPTIONS, ...COMPARE_OPTIONS };

export const ENROL_OPTIONS: OptionRules<EnrolOptions> = {
  ...CALL_OPTIONS,
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
