import { expect, test } from 'vitest';
import { decodeError, encodeError } from './error-codec.ts';
import { FaceVerifyError } from './errors.ts';

/** What JSON makes of it. */
const sent = (error: unknown) => decodeError(JSON.parse(JSON.stringify(encodeError(error))));

test('an error comes back with its code, its details and what was underneath', () => {
  const error = new FaceVerifyError('asset-unavailable', 'Not there.', {
    details: { status: 404 },
    cause: new TypeError('The request failed.'),
  });
  const back = sent(error);
  expect(back).toBeInstanceOf(FaceVerifyError);
  expect(back).toMatchObject({
    code: 'asset-unavailable',
    message: 'Not there.',
    details: { status: 404 },
    cause: 'TypeError: The request failed.',
  });
});

test('what has no code comes back as internal, and what was thrown without an error too', () => {
  expect(sent(new RangeError('Too long.'))).toMatchObject({ code: 'internal', message: 'Too long.' });
  expect(sent('stop')).toMatchObject({ code: 'internal', message: 'stop' });
});

test('no picture gets through in the text of a cause', () => {
  const error = new FaceVerifyError('internal', 'Failed.', {
    cause: new Error(`at data:image/png;base64,${'A'.repeat(99)}`),
  });
  expect(JSON.stringify(encodeError(error))).not.toContain('AAAA');
});
