import { FaceVerifyError } from '@face-verify/core';

/** What one option may be: a check, and the same in words that follow its name. */
export type OptionRule = readonly [holds: (value: unknown) => boolean, meaning: string];

/** A rule for each option. */
export type OptionRules<Options> = Readonly<Record<keyof Options, OptionRule>>;

/**
 * Refuses options that are unknown or of another kind: one that is ignored would be taken to hold.
 *
 * @throws {FaceVerifyError} `option-invalid` with its name
 */
export function checkOptions<Options extends object>(options: Options, rules: OptionRules<Options>): void {
  if (typeof options !== 'object' || options === null) {
    throw new FaceVerifyError('option-invalid', 'The options are no object.');
  }
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(rules, name)) {
      const known = Object.keys(rules).join(', ');
      throw invalid(name, `There is no option ${name}; there are ${known}.`);
    }
    const [holds, meaning] = rules[name as keyof Options];
    if (value !== undefined && !holds(value)) throw invalid(name, `The option ${name} ${meaning}.`);
  }
}

/** A rule for one of a few values. */
export function oneOf(...values: readonly unknown[]): OptionRule {
  return [(value) => values.includes(value), `is one of ${values.map((value) => JSON.stringify(value)).join(', ')}`];
}

export const A_FUNCTION: OptionRule = [(value) => typeof value === 'function', 'is a function'];

/** By what it has: it may be of another window. */
export const A_SIGNAL: OptionRule = [
  (value) => typeof (value as AbortSignal)?.aborted === 'boolean' && 'addEventListener' in (value as AbortSignal),
  'is an AbortSignal',
];

/** What it holds is checked where it is used. */
export const AN_OBJECT: OptionRule = [(value) => typeof value === 'object' && value !== null, 'is an object'];

function invalid(option: string, message: string): FaceVerifyError {
  return new FaceVerifyError('option-invalid', message, { details: { option } });
}
