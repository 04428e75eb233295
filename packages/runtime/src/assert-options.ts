import { FaceVerifyError } from '@face-verify/core';

/**
 * Refuses what an options object should not have: a misspelt option would silently be the default.
 *
 * @param known - every option there is
 * @throws {FaceVerifyError} `option-invalid`
 */
export function assertOptions<Options extends object>(
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  if (typeof options !== 'object' || options === null) {
    throw new FaceVerifyError('option-invalid', 'The options have to be an object.');
  }
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(known, name));
  if (unknown.length === 0) return;
  throw new FaceVerifyError(
    'option-invalid',
    `There is no option ${unknown.join(', ')}. The options are ${Object.keys(known).join(', ')}.`,
  );
}
