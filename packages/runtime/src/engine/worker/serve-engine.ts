import { encodeError } from '@face-verify/core';
import type { TrialNotes } from '../../backend/backend-trials.ts';
import type { EngineSettings, EngineStart, FaceEngine } from '../face-engine.ts';
import type { EngineAnswer, EngineCall, EngineMethod, FromEngine, MessageEnd, ToEngine } from './messages.ts';

/**
 * Answers for an engine on this thread what another thread asks.
 *
 * @param createEngine - makes it when it is asked to start, once
 */
export function serveEngine(
  end: MessageEnd<FromEngine, ToEngine>,
  createEngine: (settings: EngineSettings, start: EngineStart) => Promise<FaceEngine>,
): void {
  const calls = new Map<number, AbortController>();
  let engine: FaceEngine | undefined;
  let facts: FaceEngine['facts'] | undefined;
  const send = (message: FromEngine) => end.postMessage(message, []);
  let noted = () => {};
  const trials: TrialNotes = {
    begin: (trial) =>
      new Promise((resolve) => {
        noted = resolve;
        send({ kind: 'trial', trial });
      }),
    end: () => send({ kind: 'trial', trial: undefined }),
    leave: () => {},
  };

  const tellFacts = () => {
    if (engine === undefined || engine.facts === facts) return;
    facts = engine.facts;
    send({ kind: 'facts', facts });
  };
  const start = async (settings: EngineSettings, lock: string) => {
    if (await holdLock(lock)) send({ kind: 'locked' });
    try {
      engine = await createEngine(settings, { onProgress: (progress) => send({ kind: 'progress', progress }), trials });
      tellFacts();
    } catch (error) {
      send({ kind: 'failed', error: encodeError(error) });
    }
  };
  const call = async (message: EngineCall) => {
    const { id } = message;
    const ended = new AbortController();
    calls.set(id, ended);
    try {
      const answer = await ask(engine as FaceEngine, message, ended.signal);
      tellFacts();
      send({ kind: 'answer', id, answer });
    } catch (error) {
      tellFacts();
      send({ kind: 'refusal', id, error: encodeError(error) });
    } finally {
      calls.delete(id);
    }
  };

  end.addEventListener('message', ({ data }) => {
    if (data.kind === 'start') void start(data.settings, data.lock);
    else if (data.kind === 'call') void call(data);
    else if (data.kind === 'cancel') calls.get(data.id)?.abort();
    else if (data.kind === 'noted') noted();
    else send({ kind: 'pong' });
  });
  send({ kind: 'ready' });
}

function ask(engine: FaceEngine, call: EngineCall, signal: AbortSignal): Promise<EngineAnswer<EngineMethod>> {
  switch (call.method) {
    case 'look': {
      const [frame, hint] = call.args;
      return engine.look(frame, hint, { signal });
    }
    case 'embed':
      return engine.embed(call.args[0], { signal });
    case 'capture': {
      const [frame, options] = call.args;
      return engine.capture(frame, { ...options, signal });
    }
  }
}

/**
 * Holds a lock until this thread ends: whoever waits for it hears of that, however it ends.
 *
 * @returns false where there are no locks, as on pages without an origin; there the end is noticed by silence
 */
function holdLock(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const untilTheEnd = () => {
      resolve(true);
      return new Promise<void>(() => {});
    };
    (async () => navigator.locks.request(name, untilTheEnd))().catch(() => resolve(false));
  });
}
