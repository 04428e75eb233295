import type { FaceVerifier, Gallery } from 'face-verify';
import { expect, test, vi } from 'vitest';
import { decidePhotograph } from './decide-photograph.ts';
import type { SessionRequest } from './live-session.ts';
import type { ReadyReference } from './watch-options-of.ts';

const PHOTOGRAPH = new Blob();
const { signal } = new AbortController();

const request = (set: Partial<SessionRequest>) => ({ mode: 'verify', liveness: false, ...set }) as SessionRequest;

test('a photograph is not looked at where challenges are asked for', async () => {
  const verifier = { capture: vi.fn() };
  const deciding = decidePhotograph(
    PHOTOGRAPH,
    request({ liveness: true }),
    PHOTOGRAPH,
    verifier as unknown as FaceVerifier,
    signal,
  );
  await expect(deciding).rejects.toMatchObject({ code: 'option-invalid' });
  expect(verifier.capture).not.toHaveBeenCalled();
});

test('a photograph is decided at the threshold of the page, in both modes that decide', async () => {
  const threshold = { fmr: 0.01 };
  const verifier = { capture: vi.fn(), compare: vi.fn(), identify: vi.fn() };
  const decide = (set: Partial<SessionRequest>, reference?: ReadyReference) =>
    decidePhotograph(
      PHOTOGRAPH,
      request({ threshold, ...set }),
      reference,
      verifier as unknown as FaceVerifier,
      signal,
    );
  await decide({ mode: 'verify' }, PHOTOGRAPH);
  const gallery = {} as Gallery;
  await decide({ mode: 'identify', gallery });
  expect(verifier.compare).toHaveBeenCalledWith(undefined, undefined, { threshold });
  expect(verifier.identify).toHaveBeenCalledWith(undefined, gallery, { threshold });
});
