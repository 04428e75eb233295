import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { FaceVerifyError, toFaceVerifyError } from './errors.ts';
import { safeText } from './safe-text.ts';

/** Long, and like no sentence. */
const IMAGE = Buffer.from(Uint8Array.from({ length: 30_000 }, (_, i) => (i * i) % 256)).toString('base64');
const PIECE = IMAGE.slice(300, 330);
const DATA_URL = `data:image/jpeg;base64,${IMAGE}`;

describe('toFaceVerifyError', () => {
  it('keeps a coded error as it is', () => {
    const error = new FaceVerifyError('image-empty', 'Nothing there.');
    expect(toFaceVerifyError(error, 'internal')).toBe(error);
  });

  it('takes no AbortError for the caller’s: a GPU that is lost throws one, too', () => {
    expect(toFaceVerifyError(new DOMException('lost', 'AbortError'), 'backend-unavailable')).toMatchObject({
      code: 'backend-unavailable',
      message: 'lost',
    });
  });

  it('takes an error of another copy of this library for what it is, without what it may not hold', () => {
    const details = { status: 404, photo: [1, 2, 3] };
    const other = Object.assign(new Error('Not there.'), {
      name: 'FaceVerifyError',
      code: 'asset-unavailable',
      details,
    });
    const error = toFaceVerifyError(other, 'internal');
    expect(error).toBeInstanceOf(FaceVerifyError);
    expect(error).toMatchObject({ code: 'asset-unavailable', message: 'Not there.' });
    expect(error.details).toEqual({ status: 404 });
  });

  it('wraps anything else with its cause', () => {
    const cause = new TypeError('odd');
    expect(toFaceVerifyError(cause, 'image-unreadable')).toMatchObject({ code: 'image-unreadable', cause });
    expect(toFaceVerifyError('text', 'internal')).toMatchObject({ code: 'internal', message: 'text' });
    expect(toFaceVerifyError([1, 2, 3], 'internal').message).not.toContain('1');
  });
});

describe('an error', () => {
  it.each([
    ['message', new FaceVerifyError('internal', `Cannot read ${DATA_URL}.`)],
    ['details', new FaceVerifyError('internal', 'Odd.', { details: { source: DATA_URL } })],
    ['foreign message', toFaceVerifyError(new TypeError(`in ${DATA_URL}`), 'internal')],
    ['cause', new FaceVerifyError('internal', 'Odd.', { cause: new Error(`in ${DATA_URL}`) })],
    ['text as its cause', new FaceVerifyError('internal', 'Odd.', { cause: DATA_URL })],
    [
      'cause of its cause',
      new FaceVerifyError('internal', 'Odd.', { cause: new Error('a', { cause: new Error(DATA_URL) }) }),
    ],
    ['object as its cause', new FaceVerifyError('aborted', 'Odd.', { cause: { photo: DATA_URL } })],
    ['list as its cause', new FaceVerifyError('aborted', 'Odd.', { cause: [DATA_URL] })],
    ['object with a message', toFaceVerifyError({ name: DATA_URL, message: 'odd', stack: [DATA_URL] }, 'internal')],
    ['symbol as its cause', new FaceVerifyError('aborted', 'Odd.', { cause: Symbol(DATA_URL) })],
    ['cause’s fields', toFaceVerifyError(Object.assign(new Error('odd'), { photo: DATA_URL }), 'internal')],
    ['cause’s file name', toFaceVerifyError(Object.assign(new Error('odd'), { fileName: DATA_URL }), 'internal')],
    ['errors together', toFaceVerifyError(new AggregateError([new Error(DATA_URL)], 'odd'), 'internal')],
    ['base64 without an address', toFaceVerifyError(new Error(`read ${IMAGE} instead`), 'internal')],
  ])('holds no pixels of its %s, in whatever way it is written', (_, error) => {
    for (const written of [error.message, String(error), JSON.stringify(error), error.stack, inspect(error)]) {
      expect(written).not.toContain(PIECE);
    }
  });

  it('keeps a cause whose text is safe, and of another its name and where it came from', () => {
    const safe = new TypeError('odd', { cause: new Error('deeper') });
    expect(new FaceVerifyError('internal', 'Odd.', { cause: safe }).cause).toBe(safe);
    const { cause } = toFaceVerifyError(new TypeError(`in ${DATA_URL}`), 'internal');
    expect(cause).toMatchObject({ name: 'TypeError', message: 'in data:…' });
    expect((cause as Error).stack).toContain('errors.test.ts');
    const withField = Object.assign(new RangeError('odd'), { photo: DATA_URL });
    expect(toFaceVerifyError(withField, 'internal').cause).toMatchObject({
      name: 'RangeError',
      message: 'odd',
      stack: withField.stack,
    });
  });

  it.each([null, undefined, 7, true, 'left'])('keeps a cause that is no object: %s', (cause) => {
    expect(new FaceVerifyError('aborted', 'Odd.', { cause }).cause).toBe(cause);
  });

  it('keeps an error of the browser, and where Firefox says that it was thrown', () => {
    const lost = new DOMException('lost', 'AbortError');
    const placed = Object.assign(new Error('odd'), { fileName: 'https://a.example/app.js', lineNumber: 3 });
    for (const cause of [lost, placed]) expect(toFaceVerifyError(cause, 'internal').cause).toBe(cause);
  });

  it('ends where its causes go round in a circle', () => {
    const cause = new Error('round');
    cause.cause = cause;
    expect(new FaceVerifyError('internal', 'Odd.', { cause })).toMatchObject({ code: 'internal' });
  });

  it('is written as JSON with all that is safe, and without its cause', () => {
    const error = new FaceVerifyError('image-empty', 'Nothing.', { details: { widthPx: 0 }, cause: new Error('deep') });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'FaceVerifyError',
      code: 'image-empty',
      message: 'Nothing.',
      details: { widthPx: 0 },
    });
  });
});

describe('a safe text', () => {
  it.each([
    'The photograph has 65 megapixels; at most 64 can be used.',
    'No data: the server answered 404.',
    `The digest is ${'0f'.repeat(32)}.`,
    'thresholds for 0.01, 0.001, 0.0001 only',
  ])('is left as it is: %s', (text) => {
    expect(safeText(text)).toBe(text);
  });

  it.each([
    ['a data URL with spaces', "in data:image/svg+xml;utf8,<svg xmlns='a' width='10'> secret", 'in data:…'],
    ['an address in capitals', 'in DATA:image/png;base64,AAAA', 'in data:…'],
    [
      'bytes that a parser quotes',
      'Unexpected token "\ufffd\ufffd\u0010JFIF secret" is not JSON',
      'Unexpected token "…',
    ],
    ['a vector', `[${Array.from({ length: 128 }, (_, i) => -i / 1000).join(',')}]`, '[…'],
  ])('has lost %s', (_, text, left) => {
    expect(safeText(text)).toBe(left);
  });

  it('is never long', () => {
    expect(safeText('word '.repeat(1000)).length).toBeLessThan(500);
  });
});
