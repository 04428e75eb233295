import { FaceVerifyError } from 'face-verify';
import { expect, test } from 'vitest';
import { done, GUIDING } from '../testing/states.ts';
import type { ElementState } from './element-state.ts';
import type { LiveSession } from './live-session.ts';
import { SignedSession, signState } from './signed-session.ts';

const MATCH = done({ outcome: 'match' });

function play() {
  let tell = () => {};
  const session = {
    state: GUIDING,
    camera: undefined,
    subscribe: (listener: () => void) => {
      tell = listener;
    },
    switchCamera: () => undefined,
    stop: () => undefined,
  };
  return {
    session: session satisfies LiveSession,
    play: (state: ElementState) => {
      Object.assign(session, { state });
      tell();
    },
  };
}

test('a result is told once it is signed, with its token; until then it is being decided', async () => {
  const { session, play: to } = play();
  const signed = new SignedSession(session, (state) =>
    signState(
      state,
      async () => 'token',
      async () => 'contract',
    ),
  );
  const told: ElementState[] = [];
  signed.subscribe(() => told.push(signed.state));
  expect(signed.state).toBe(GUIDING);
  to(MATCH);
  await expect.poll(() => told.length).toBe(2);
  expect(told).toMatchObject([{ phase: 'deciding' }, { phase: 'done', result: { outcome: 'match', token: 'token' } }]);
});

test('a result that cannot be signed has failed, and is no match', async () => {
  const refuse = async () => {
    throw new FaceVerifyError('option-invalid', 'No nonce.');
  };
  expect(await signState(MATCH, refuse, async () => 'contract')).toEqual({ phase: 'failed', code: 'option-invalid' });
});

test('the signature is asked for with the contract, and with what came of challenges', async () => {
  const asked: unknown[] = [];
  const sign = async (...given: unknown[]) => {
    asked.push(given);
    return 'token';
  };
  await signState(MATCH, sign, async () => 'contract');
  expect(asked).toEqual([[{ outcome: 'match' }, { contract: 'contract', liveness: 'not-asked' }]]);
});

test('nothing is told of a session that was stopped while it was signed', async () => {
  const { session, play: to } = play();
  const signed = new SignedSession(session, async (state) => state);
  const told: ElementState[] = [];
  to(MATCH);
  signed.subscribe(() => told.push(signed.state));
  signed.stop();
  await Promise.resolve();
  expect(told).toEqual([]);
});
