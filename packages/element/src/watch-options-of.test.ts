import type { Gallery } from 'face-verify';
import { expect, test } from 'vitest';
import type { SessionRequest } from './live-session.ts';
import { watchOptionsOf } from './watch-options-of.ts';

const REFERENCE = new Blob();
const GALLERY = {} as Gallery;
const REQUEST = { liveness: true, gallery: GALLERY, threshold: { fmr: 0.01 } } as Partial<SessionRequest>;

const optionsOf = (set: Partial<SessionRequest>) => watchOptionsOf({ ...REQUEST, ...set } as SessionRequest, REFERENCE);

test('what a page set decides where something is decided', () => {
  const { threshold } = REQUEST;
  expect(optionsOf({ mode: 'verify' })).toEqual({ mode: 'verify', liveness: true, reference: REFERENCE, threshold });
  expect(optionsOf({ mode: 'identify' })).toEqual({ mode: 'identify', liveness: true, gallery: GALLERY, threshold });
  expect(optionsOf({ mode: 'enrol' })).toEqual({ mode: 'enrol', liveness: true });
});

test('without a threshold there is none, and the SDK chooses', () => {
  for (const mode of ['verify', 'identify'] as const) {
    expect(optionsOf({ mode, threshold: undefined })).not.toHaveProperty('threshold');
  }
});

test.for([
  ['verify', 'reference'],
  ['identify', 'gallery'],
] as const)('mode %s needs a %s', ([mode, lacking]) => {
  const without = { ...REQUEST, mode, gallery: undefined } as SessionRequest;
  expect(() => watchOptionsOf(without, undefined)).toThrow(
    expect.objectContaining({ code: 'option-invalid', message: expect.stringContaining(lacking) }),
  );
});
