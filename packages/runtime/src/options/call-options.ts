import type { CallOptions, CompareOptions, EnrolOptions, VerifyOptions } from '../api.ts';
import { A_SIGNAL, AN_OBJECT, type OptionRules, oneOf } from './check-options.ts';

export const CALL_OPTIONS: OptionRules<CallOptions> = { signal: A_SIGNAL };

export const COMPARE_OPTIONS: OptionRules<CompareOptions> = { threshold: AN_OBJECT };

export const VERIFY_OPTIONS: OptionRules<VerifyOptions> = { ...CALL_OPTIONS, ...COMPARE_OPTIONS };

export const ENROL_OPTIONS: OptionRules<EnrolOptions> = {
  ...CALL_OPTIONS,
  linkSimilarity: [(value) => typeof value === 'number', 'is a number'],
  weighting: oneOf('equal', 'norm'),
};
