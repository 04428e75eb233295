import { InvalidArgumentError } from '@commander-js/extra-typings';

/** Reads an option's value as a whole number. @throws what commander tells as a usage error */
export function wholeNumber(least = Number.NEGATIVE_INFINITY): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(
      Number.isFinite(least) ? `It is a whole number from ${least} on.` : 'It is a whole number.',
    );
  };
}

/** Reads an option's value as a share from 0 to below 1. @throws what commander tells as a usage error */
export function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value < 1) return value;
  throw new InvalidArgumentError('It is a share from 0 to below 1.');
}
