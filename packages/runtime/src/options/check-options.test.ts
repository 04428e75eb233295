import { describe, expect, test } from 'vitest';
import type { CaptureOptions } from '../api.ts';
import { CAPTURE_OPTIONS, ENROL_OPTIONS, VERIFY_OPTIONS } from './call-options.ts';
import { checkOptions } from './check-options.ts';
import { VERIFIER_OPTIONS } from './verifier-options.ts';

describe('the options of a verifier', () => {
  test.each([
    {},
    { backend: 'auto', worker: false, model: 'm', assets: '/here/', threshold: { fmr: 0.1 } },
    { backend: undefined, assets: new URL('http://localhost/'), signal: new AbortController().signal },
  ] as const)('may be %j', (options) => {
    expect(() => checkOptions(options as object, VERIFIER_OPTIONS as never)).not.toThrow();
  });

  test.each([
    ['backend', { backend: 'webgl' }],
    ['backend', { backend: null }],
    ['assetsUrl', { assetsUrl: '/here/' }],
    ['constructor', { constructor: 1 }],
    ['assets', { assets: 3 }],
    ['model', { model: '' }],
    ['worker', { worker: 'yes' }],
    ['threshold', { threshold: 0.4 }],
    ['onProgress', { onProgress: 'log' }],
    ['signal', { signal: new AbortController() }],
  ])('are refused by the name of the one that cannot be: %s', (option, options) => {
    expect(() => checkOptions(options, VERIFIER_OPTIONS as never)).toThrow(
      expect.objectContaining({
        code: 'option-invalid',
        message: expect.stringContaining(option),
        details: { option },
      }),
    );
  });

  test.each([null, 'wasm', 3])('are an object, not %j', (options) => {
    expect(() => checkOptions(options as never, VERIFIER_OPTIONS)).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
  });
});

test('a misspelt option of a call is refused', () => {
  expect(() => checkOptions({ abort: 1 }, CAPTURE_OPTIONS as never)).toThrow(
    /no option abort; there are signal, subject\./,
  );
  expect(() => checkOptions({ weighting: 'length' }, ENROL_OPTIONS as never)).toThrow(
    /weighting is one of "equal", "norm"/,
  );
});

test('an option that may not be left out is missed', () => {
  expect(() => checkOptions<CaptureOptions>({}, CAPTURE_OPTIONS, ['signal'])).toThrow(
    /The option signal is an AbortSignal\./,
  );
  expect(() => checkOptions<CaptureOptions>({ signal: undefined } as object, CAPTURE_OPTIONS, ['signal'])).toThrow(
    /signal/,
  );
});

test.each([
  'only',
  'largest',
  'central',
  {},
  { probe: 'only', reference: 'central' },
  { reference: 'largest', probe: undefined },
])('whom two photographs are of may be said for both or for each: %j', (subject) => {
  expect(() => checkOptions({ subject }, VERIFY_OPTIONS as never)).not.toThrow();
});

test.for(['nearest', 1, null, [], ['only'], { probe: 'nearest' }, { candidate: 'only' }])(
  'a rule that there is not is refused by name: %j',
  (subject) => {
    const refusal = expect.objectContaining({ code: 'option-invalid', details: { option: 'subject' } });
    expect(() => checkOptions({ subject }, VERIFY_OPTIONS as never)).toThrow(refusal);
    for (const rules of [CAPTURE_OPTIONS, ENROL_OPTIONS]) {
      expect(() => checkOptions({ subject }, rules as never)).toThrow(refusal);
    }
  },
);
