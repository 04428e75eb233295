import type { FaceSession, FaceVerifier, SessionState } from 'face-verify';
import { expect, test, vi } from 'vitest';
import { done, GUIDING } from '../testing/states.ts';
import type { SessionRequest } from './live-session.ts';
import { SdkSessions } from './sdk-sessions.ts';

const sdk = vi.hoisted(() => ({ watchFace: vi.fn(), createFaceVerifier: vi.fn() }));
vi.mock('face-verify', async (load) => ({ ...(await load<object>()), ...sdk }));

const { signal } = new AbortController();

const request = (set: Partial<SessionRequest>) => ({ mode: 'capture', liveness: false, ...set }) as SessionRequest;

test('the frame of a capture is let go of when it is done', async () => {
  const listeners: ((state: SessionState) => void)[] = [];
  const session = { state: GUIDING, subscribe: (listener: (typeof listeners)[0]) => listeners.push(listener) };
  sdk.watchFace.mockReturnValueOnce(session as unknown as FaceSession);
  await new SdkSessions({ given: {} as FaceVerifier, assets: undefined }).open(request({}), signal);
  const photograph = { close: vi.fn() };
  for (const state of [
    GUIDING,
    done({ outcome: 'inconclusive' }),
    done({ outcome: 'captured', photograph } as never),
  ]) {
    expect(photograph.close).not.toHaveBeenCalled();
    for (const listener of listeners) listener(state as SessionState);
  }
  expect(photograph.close).toHaveBeenCalledOnce();
});

test('the verifier loads while the reference is being fetched', async () => {
  vi.stubGlobal('document', { baseURI: 'https://door.example/' });
  vi.stubGlobal('fetch', async () => {
    expect(sdk.createFaceVerifier).toHaveBeenCalledOnce();
    return new Response('photograph');
  });
  sdk.createFaceVerifier.mockResolvedValueOnce({});
  sdk.watchFace.mockReturnValueOnce({ state: GUIDING, subscribe: () => undefined });
  const sessions = new SdkSessions({ given: undefined, assets: undefined });
  await sessions.open(request({ mode: 'verify', reference: '/me.jpg' }), signal);
  expect.assertions(1);
  vi.unstubAllGlobals();
});
