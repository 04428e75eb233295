import { describe, expect, it } from 'vitest';
import { FaceVerifyError, toFaceVerifyError } from './errors.ts';

describe('toFaceVerifyError', () => {
  it('keeps a coded error as it is', () => {
    const error = new FaceVerifyError('image-empty', 'Nothing there.');
    expect(toFaceVerifyError(error, 'internal')).toBe(error);
  });

  it('knows an abort by its name', () => {
    expect(toFaceVerifyError(new DOMException('stop', 'AbortError'), 'internal').code).toBe('aborted');
  });

  it('wraps anything else with its cause', () => {
    const cause = new TypeError('odd');
    expect(toFaceVerifyError(cause, 'image-unreadable')).toMatchObject({ code: 'image-unreadable', cause });
    expect(toFaceVerifyError('text', 'internal')).toMatchObject({ code: 'internal', message: 'text' });
  });
});
