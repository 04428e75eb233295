import { FaceVerifyError } from '@face-verify/core';

/** What one option may be: a check, and the same in words that follow its name. */
export type OptionRule = readonly [holds: (value: unknown) => boolean, meaning: string];

/** A rule for each option. */
export type OptionRules<Options> = Readonly<Record<keyof Options, OptionRule>>;

/**
 * Refuses options that are unknown or of another kind: one that is ignored would be taken to hold.
 *
 * @param required - those that may not be left out
 * @throws {FaceVerifyError} `option-invalid` with its name
 */
export function checkOptions<Options extends object>(
  options: Options,
  rules: OptionRules<Options>,
  required: readonly (keyof Options & string)[] = [],
): void {
  if (typeof options !== 'object' || options === null) {
    throw new FaceVerifyError('option-invalid', 'The options are no object.');
  }
  for (const name of new Set([...Object.keys(options), ...required])) {
    if (!Object.hasOwn(rules, name)) {
      const known = Object.keys(rules).join(', ');
      throw invalid(name, `There is no option ${name}; there are ${known}.`);
    }
    const [holds, meaning] = rules[name as keyof Options];
    const value: unknown = options[name as keyof Options];
    const isLeftOut = value === undefined && !required.some((needed) => needed === name);
    if (!isLeftOut && !holds(value)) throw invalid(name, `The option ${name} ${meaning}.`);
  }
}

/** A rule for one of a few values. */
export function oneOf(...values: readonly unknown[]): OptionRule {
  return [(value) => values.includes(value), `is one of ${values.map((value) => JSON.stringify(value)).join(', ')}`];
}

/** A rule for one of a few values, or an object that has one for some parts. */
export function oneOfEach(parts: readonly string[], values: readonly unknown[]): OptionRule {
  const [isOne, meaning] = oneOf(...values);
  const holds = (value: unknown) =>
    isOne(value) ||
    (AN_OBJECT[0](value) &&
      !Array.isArray(value) &&
      Object.entries(value as object).every(
        ([part, own]) => parts.includes(part) && (own === undefined || isOne(own)),
      ));
  return [holds, `${meaning}, or an object with such a value for ${parts.join(', ')}`];
}

export const A_TEXT: OptionRule = [
  (value) => typeof value === 'string' && value.trim() !== '',
  'is a text that is not empty',
];

export const A_NUMBER: OptionRule = [(value) => typeof value === 'number', 'is a number'];

/** As far as a Date can tell. */
export const A_TIME: OptionRule = [
  (value) => typeof value === 'number' && value >= 0 && value <= 8.64e15,
  'is a time in milliseconds since 1970',
];

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
