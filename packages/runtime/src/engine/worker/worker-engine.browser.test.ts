import { afterEach, describe, expect, test, vi } from 'vitest';
import { openAssets } from '../../../testing/open-assets.ts';
import { ASSET_PATHS } from '../../assets/asset-paths.ts';
import { startWorker } from './start-worker.ts';
import { WorkerEngine } from './worker-engine.ts';

const { facts: assets } = await openAssets('/drawn/');
const SETTINGS = { assets, backend: 'wasm', detector: 'mediapipe', model: 'drawn' } as const;
const ENGINE = new URL(ASSET_PATHS.engine, assets.url).href;

const script = (source: string) => URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
const ada = async () => (await fetch('/rendered/ada-front.jpg')).blob();

/** A worker that has begun to run, and a way to know that it was ended. */
function spied(worker: Worker) {
  return { worker, terminate: vi.spyOn(worker, 'terminate') };
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a worker that ends', () => {
  test('ends the calls that wait, and those that come, with backend-unavailable', async () => {
    const worker = startWorker(ENGINE);
    const engine = await WorkerEngine.start(worker, SETTINGS);
    const photograph = await ada();
    await engine.capture(photograph);
    const calls = [engine.capture(photograph), engine.look(photograph)];
    // As the browser would for want of memory: nobody tells the page.
    worker.terminate();
    const lost = { code: 'backend-unavailable', details: { lost: 'worker' } };
    for (const call of calls) await expect(call).rejects.toMatchObject(lost);
    await expect(engine.capture(photograph)).rejects.toMatchObject(lost);
  });

  test('while it loads ends loading', async () => {
    const worker = startWorker(ENGINE);
    const starting = WorkerEngine.start(worker, SETTINGS, { onProgress: () => worker.terminate() });
    await expect(starting).rejects.toMatchObject({ code: 'backend-unavailable', details: { lost: 'worker' } });
  });

  test('by an error of its own ends the calls, and the console of the page hears nothing', async () => {
    const heard = vi.fn<() => void>();
    addEventListener('error', heard);
    const worker = new Worker(
      script(`postMessage({ kind: 'ready' }); setTimeout(() => { throw new Error('Odd.'); });`),
    );
    await expect(WorkerEngine.start(worker, SETTINGS)).rejects.toMatchObject({
      code: 'backend-unavailable',
      message: expect.stringContaining('Odd.'),
    });
    removeEventListener('error', heard);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('a backend that a worker starts', () => {
  const trials = () => ({ begin: vi.fn(async () => {}), end: vi.fn<() => void>(), leave: vi.fn<() => void>() });
  const trying = (then: string) =>
    new Worker(
      script(`postMessage({ kind: 'ready' }); postMessage({ kind: 'trial', trial: 'a GPU' });
      onmessage = ({ data }) => { if (data.kind === 'noted') { ${then} } };`),
    );

  test('and that ends it stays noted', async () => {
    const notes = trials();
    const starting = WorkerEngine.start(trying(`throw new Error('Crashed.')`), SETTINGS, { trials: notes });
    await expect(starting).rejects.toMatchObject({ details: { lost: 'worker' } });
    expect(notes.begin).toHaveBeenCalledExactlyOnceWith('a GPU');
    expect(notes.leave.mock.invocationCallOrder[0]).toBeLessThan(notes.end.mock.invocationCallOrder[0] ?? Infinity);
  });

  test('is no longer noted when it has started, or when nobody waits for it any more', async () => {
    const started = trials();
    const engine = WorkerEngine.start(
      trying(`postMessage({ kind: 'trial' }); postMessage({ kind: 'facts', facts: {} });`),
      SETTINGS,
      { trials: started },
    );
    (await engine).dispose();
    expect(started.leave).not.toHaveBeenCalled();
    expect(started.end).toHaveBeenCalled();

    const [notes, abort] = [trials(), new AbortController()];
    const starting = WorkerEngine.start(trying(`postMessage({ kind: 'progress', progress: {} });`), SETTINGS, {
      trials: notes,
      onProgress: () => abort.abort(),
      signal: abort.signal,
    });
    await expect(starting).rejects.toMatchObject({ code: 'aborted' });
    expect(notes.end).toHaveBeenCalledOnce();
    expect(notes.leave).not.toHaveBeenCalled();
  });
});

describe('a worker that never answers', () => {
  test.for([
    ['whose script does not run', '/never/answers.js'],
    ['whose script runs', script(`postMessage({ kind: 'ready' });`)],
  ])('%s ends loading after a minute, and is ended', async ([, address = '']) => {
    const { worker, terminate } = spied(new Worker(address));
    const ready = new Promise((resolve) => worker.addEventListener('message', resolve));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const starting = expect(WorkerEngine.start(worker, SETTINGS)).rejects.toMatchObject({
      code: 'backend-unavailable',
      message: expect.stringContaining('60 s'),
    });
    if (address.startsWith('blob:')) await ready;
    await vi.advanceTimersByTimeAsync(75_000);
    await starting;
    expect(terminate).toHaveBeenCalled();
  });

  test('is not given up while it gives a sign of life', async () => {
    const alive = `onmessage = ({ data }) => data.kind === 'ping' && postMessage({ kind: 'pong' });`;
    const { worker, terminate } = spied(new Worker(script(`postMessage({ kind: 'ready' }); ${alive}`)));
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const abort = new AbortController();
    const starting = expect(WorkerEngine.start(worker, SETTINGS, abort)).rejects.toMatchObject({ code: 'aborted' });
    for (let minute = 0; minute < 8; minute++) {
      const pong = new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
      await vi.advanceTimersByTimeAsync(15_000);
      await pong;
    }
    expect(terminate).not.toHaveBeenCalled();
    abort.abort();
    await starting;
    expect(terminate).toHaveBeenCalled();
  });
});

describe('an engine in a worker', () => {
  test('whose call is aborted answers it at once, and the next as ever', async () => {
    const engine = await WorkerEngine.start(startWorker(ENGINE), SETTINGS);
    const abort = new AbortController();
    const aborted = engine.capture(await ada(), abort);
    const next = engine.capture(await ada());
    abort.abort();
    await expect(aborted).rejects.toMatchObject({ code: 'aborted' });
    expect(await next).toMatchObject({ outcome: 'captured' });
    await expect(engine.capture(await ada(), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
    engine.dispose();
  });

  test('that is disposed of ends its calls and its worker, once', async () => {
    const { worker, terminate } = spied(startWorker(ENGINE));
    const engine = await WorkerEngine.start(worker, SETTINGS);
    const call = engine.capture(await ada());
    engine.dispose();
    engine.dispose();
    await expect(call).rejects.toMatchObject({ code: 'disposed' });
    await expect(engine.capture(await ada())).rejects.toMatchObject({ code: 'disposed' });
    expect(terminate).toHaveBeenCalledOnce();
  });

  test('takes frames, and leaves none open', async () => {
    const engine = await WorkerEngine.start(startWorker(ENGINE), SETTINGS);
    const frame = await createImageBitmap(await ada());
    const unsent = await createImageBitmap(await ada());
    expect(await engine.look(frame)).toMatchObject({ outcome: 'seen', refusal: undefined });
    await expect(engine.look(unsent, undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
    expect([frame.width, unsent.width]).toEqual([0, 0]);
    engine.dispose();
  });
});

describe('a script that is no engine', () => {
  test.for([
    ['not there', '/drawn/nowhere.js'],
    ['a page', '/'],
  ])('%s is told as a worker that did not start', async ([, address = '']) => {
    const starting = WorkerEngine.start(startWorker(new URL(address, location.href).href), SETTINGS);
    await expect(starting).rejects.toMatchObject({ code: 'backend-unavailable', details: { missing: 'worker' } });
  });
});

test('a page with Trusted Types hands its policy the address', async () => {
  const createScriptURL = vi.fn<(url: string) => string>((url) => url);
  const createPolicy = vi.fn<(name: string, rules: object) => object>(() => ({ createScriptURL }));
  vi.stubGlobal('trustedTypes', { createPolicy });
  // A module that has made no policy yet.
  const fresh: typeof import('./start-worker.ts') = await import(
    /* @vite-ignore */ new URL('start-worker.ts?new', import.meta.url).href
  );
  for (let start = 0; start < 2; start++) fresh.startWorker(ENGINE).terminate();
  vi.unstubAllGlobals();
  expect(createPolicy.mock.calls).toEqual([['face-verify', expect.anything()]]);
  expect(createScriptURL.mock.calls).toEqual([[ENGINE], [ENGINE]]);
});
