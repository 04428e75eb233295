import type { FaceVerifier } from 'face-verify';
import { expect, test, vi } from 'vitest';
import { decidePhotograph } from './decide-photograph.ts';
import type { SessionRequest } from './live-session.ts';

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
