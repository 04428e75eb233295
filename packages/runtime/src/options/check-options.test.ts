import { describe, expect, test } from 'vitest';
import type { CallOptions } from '../api.ts';
import { CALL_OPTIONS, ENROL_OPTIONS } from './call-options.ts';
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
  expect(() => checkOptions({ abort: 1 }, CALL_OPTIONS as never)).toThrow(/no option abort; there are signal\./);
  expect(() => checkOptions({ weighting: 'length' }, ENROL_OPTIONS as never)).toThrow(
    /weighting is one of "equal", "norm"/,
  );
});

test('an option that may not be left out is missed', () => {
  expect(() => checkOptions<CallOptions>({}, CALL_OPTIONS, ['signal'])).toThrow(
    /The option signal is an AbortSignal\./,
  );
  expect(() => checkOptions<CallOptions>({ signal: undefined } as object, CALL_OPTIONS, ['signal'])).toThrow(/signal/);
});
