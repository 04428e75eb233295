import { createEmbedding, FaceVerifyError } from '@face-verify/core';
import { drawnContract, drawnFacePoints } from '@face-verify/testkit';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DrawnDevices } from '../../testing/drawn-camera.ts';
import { drawnCapture } from '../../testing/drawn-capture.ts';
import type { FaceEngine, FaceLook } from '../engine/face-engine.ts';
import type { SessionState } from './session-state.ts';
import { startSession } from './start-session.ts';
import type { CameraSource, WatchOptions } from './watch-options.ts';

const { aligned, landmarks, quality, limits, embedding } = drawnCapture([1, 0, 0, 0]);
const IMAGE = { widthPx: 640, heightPx: 480 };
const SEEN: FaceLook = {
  outcome: 'seen',
  image: IMAGE,
  timings: {},
  detection: undefined,
  detections: [],
  refusal: undefined,
  face: {
    points: drawnFacePoints(),
    presence: 1,
    yawDegrees: 0,
    pitchDegrees: 0,
    pointError: 0.02,
    landmarks,
    aligned,
    quality,
    limits,
  },
};
const NOBODY: FaceLook = { outcome: 'unseen', image: IMAGE, timings: {}, detections: [], refusal: 'no-face' };

let devices: DrawnDevices;
let sees: FaceLook;
/** What looking fails with. */
let failure: FaceVerifyError | undefined;
let embeds: number;

const engine = {
  facts: { presenceLimit: 0.5 },
  look: async (frame: ImageBitmap, hint?: object) => {
    frame.close();
    if (failure) throw failure;
    return sees.outcome === 'seen' && hint === undefined ? { ...sees, detection: {} } : sees;
  },
  embed: async () => {
    embeds++;
    return { embedding: createEmbedding([1, 0.05 * embeds, 0, 0], drawnContract('m', 4)), embedMs: 1 };
  },
} as unknown as FaceEngine;

const decider = {
  threshold: { similarity: 0.4 },
  capture: async () => drawnCapture([1, 0, 0, 0]),
  compare: () => ({ outcome: 'match' }),
  identify: () => ({ outcome: 'not-identified' }),
} as never;

const VERIFY: WatchOptions = { mode: 'verify', reference: embedding };

beforeEach(() => {
  devices = new DrawnDevices();
  [sees, failure, embeds] = [SEEN, undefined, 0];
  localStorage.clear();
  vi.stubGlobal('navigator', { mediaDevices: devices, permissions: navigator.permissions });
  onTestFinished(() => void vi.unstubAllGlobals());
});

function start(options: WatchOptions = VERIFY, source: CameraSource = {}) {
  const states: SessionState[] = [];
  const session = startSession({ engine, decider }, source, {
    ...options,
    onState: (state: SessionState) => states.push(state),
  } as WatchOptions);
  onTestFinished(() => session.stop());
  const phases = () => states.map(({ phase }) => phase).filter((phase, i, all) => phase !== all[i - 1]);
  return { session, states, phases };
}

const reached = (session: { state: SessionState }, state: object) =>
  vi.waitFor(() => expect(session.state).toMatchObject(state), { timeout: 20_000 });

test('a session goes from the camera to a decision, and turns the camera off', async () => {
  const { session, phases } = start();
  expect(await session.ended()).toMatchObject({ phase: 'done', result: { outcome: 'match' } });
  expect(phases()).toEqual(['loading', 'awaiting-camera', 'searching', 'guiding', 'deciding', 'done']);
  expect(embeds).toBe(3);
  expect(devices.live).toBe(0);
});

test('each mode has a decision of its own', async () => {
  const capture = await start({ mode: 'capture' }).session.ended();
  expect(capture).toMatchObject({ result: { outcome: 'captured', template: { faceCount: 1 } } });
  const { photograph } = (capture as { result: { photograph: ImageBitmap } }).result;
  expect([photograph.width, photograph.height]).toEqual([64, 48]);
  embeds = 0;
  const enrol = await start({ mode: 'enrol' }).session.ended();
  // Each face, and its mirror image.
  expect(embeds).toBe(10);
  expect(enrol).toMatchObject({ result: { outcome: 'enrolled', template: { faceCount: 5 } } });
  const identify = await start({ mode: 'identify', gallery: {} as never }).session.ended();
  expect(identify).toMatchObject({ result: { outcome: 'not-identified' } });
});

describe('whatever comes after the stop', () => {
  test('is let go: one stream is left after start, stop and start', async () => {
    const first = start();
    first.session.stop();
    const second = start({ ...VERIFY, keepCamera: true });
    await second.session.ended();
    await vi.waitFor(() => expect(devices.opened).toHaveLength(2));
    await vi.waitFor(() => expect(devices.live).toBe(1));
    expect(first.session.state).toEqual({ phase: 'idle' });
    expect(await first.session.ended()).toEqual({ phase: 'idle' });
  });

  test('is let go also where the signal ends it, before or during', async () => {
    expect(start({ ...VERIFY, signal: AbortSignal.abort() }).session.state).toEqual({ phase: 'idle' });
    expect(devices.asked).toEqual([]);
    const abort = new AbortController();
    sees = NOBODY;
    const { session } = start({ ...VERIFY, signal: abort.signal });
    await reached(session, { phase: 'searching' });
    abort.abort();
    expect(session.state).toEqual({ phase: 'idle' });
    expect(devices.live).toBe(0);
  });
});

test('a camera of an earlier session that is gone keeps nobody out who names none', async () => {
  start().session.switchCamera('second');
  devices.missing.push('second');
  sees = NOBODY;
  const { session } = start();
  await vi.waitFor(() => expect(session.camera).toMatchObject({ deviceId: 'drawn' }));
  const named = start(VERIFY, { camera: 'second' });
  await reached(named.session, { phase: 'awaiting-camera', reason: 'camera-not-found' });
});

test('a signal stops a session also after its end, while the camera stays on', async () => {
  const abort = new AbortController();
  const { session } = start({ ...VERIFY, keepCamera: true, signal: abort.signal });
  const end = await session.ended();
  expect(devices.live).toBe(1);
  abort.abort();
  expect(devices.live).toBe(0);
  expect(session.state).toBe(end);
});

test('a session whose camera is off listens to nobody, until it begins anew', async () => {
  const { signal } = new AbortController();
  const listening = [signal, document].map((target) => vi.spyOn(target, 'addEventListener'));
  onTestFinished(() => void vi.restoreAllMocks());
  const heard = () =>
    listening.map(({ mock }) =>
      mock.calls.some(([, , options]) => !(options as AddEventListenerOptions).signal?.aborted),
    );
  const { session } = start({ ...VERIFY, signal });
  expect(heard()).toEqual([true, true]);
  await session.ended();
  expect(heard()).toEqual([false, false]);
  session.reset();
  expect(heard()).toEqual([true, true]);
  session.stop();
  expect(heard()).toEqual([false, false]);
});

describe('an abort', () => {
  const phases = ['loading', 'awaiting-camera', 'searching', 'guiding', 'challenging', 'deciding'] as const;

  test.for(phases)('in the phase %s turns everything off, and nothing comes after it', async (phase) => {
    const abort = new AbortController();
    const after: SessionState[] = [];
    const session = startSession({ engine, decider }, {}, {
      ...VERIFY,
      keepCamera: true,
      signal: abort.signal,
      ...(phase === 'challenging' && { liveness: true }),
      onState: (state: SessionState) => {
        if (abort.signal.aborted) after.push(state);
        else if (state.phase === phase) abort.abort();
      },
    } as WatchOptions);
    onTestFinished(() => session.stop());
    await vi.waitFor(() => expect(session.state).toEqual({ phase: 'idle' }), { timeout: 20_000 });
    // What was on its way arrives, and is let go.
    await vi.waitFor(() => expect(devices.live).toBe(0));
    expect(after).toEqual([{ phase: 'idle' }]);
  });
});

test('a camera that is muted in the middle is told, and the session goes on with its first picture', async () => {
  sees = NOBODY;
  const { session } = start();
  await reached(session, { phase: 'searching' });
  devices.opened[0]?.mute('without frames');
  await reached(session, { phase: 'awaiting-camera', reason: 'camera-muted' });
  sees = SEEN;
  expect(embeds).toBe(0);
  devices.opened[0]?.mute(undefined);
  expect(await session.ended()).toMatchObject({ phase: 'done', result: { outcome: 'match' } });
  expect(devices.asked).toHaveLength(1);
});

test('a reset begins anew, with the camera that was kept', async () => {
  const { session } = start({ ...VERIFY, keepCamera: true });
  await session.ended();
  expect(devices.live).toBe(1);
  sees = NOBODY;
  session.reset();
  await reached(session, { phase: 'searching' });
  sees = SEEN;
  expect(await session.ended()).toMatchObject({ phase: 'done' });
  expect(devices.asked).toHaveLength(1);
});

test('a reset asks for a camera again that could not be had', async () => {
  devices.failure = new DOMException('', 'NotAllowedError');
  const { session } = start();
  await reached(session, { phase: 'awaiting-camera', reason: 'camera-permission-denied' });
  devices.failure = undefined;
  session.reset();
  expect(await session.ended()).toMatchObject({ phase: 'done' });
});

test('a reset in the very moment of the end begins anew, too', async () => {
  const { session } = start();
  const ends: string[] = [];
  session.subscribe(({ phase }) => {
    if (phase !== 'done') return;
    ends.push(phase);
    if (ends.length === 1) session.reset();
  });
  await vi.waitFor(() => expect(ends).toHaveLength(2), { timeout: 20_000 });
  expect(devices.asked).toHaveLength(2);
});

test('another camera takes over in the middle, and is the one of the next session', async () => {
  sees = NOBODY;
  const { session } = start();
  await reached(session, { phase: 'searching' });
  session.switchCamera('second');
  await vi.waitFor(() => expect(session.camera).toMatchObject({ deviceId: 'second', label: 'Camera second' }));
  expect(devices.live).toBe(1);
  session.stop();
  const next = start();
  await vi.waitFor(() => expect(next.session.camera).toMatchObject({ deviceId: 'second' }));
  next.session.stop();
  const told = start(VERIFY, { camera: 'user' });
  await vi.waitFor(() => expect(told.session.camera).toMatchObject({ deviceId: 'drawn' }));
});

describe('a page that is hidden', () => {
  const hide = (hidden: boolean) => {
    onTestFinished(() => void Reflect.deleteProperty(document, 'hidden'));
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  test('waits', async () => {
    sees = NOBODY;
    const { session } = start();
    await reached(session, { phase: 'searching' });
    hide(true);
    expect(session.state).toEqual({ phase: 'awaiting-camera', reason: 'page-hidden' });
    hide(false);
    expect(session.state.phase).toBe('searching');
  });

  test('and shown after the end keeps no later attempt waiting', async () => {
    const { session } = start({ ...VERIFY, keepCamera: true });
    await session.ended();
    hide(true);
    session.stop();
    hide(false);
    session.reset();
    expect(await session.ended()).toMatchObject({ phase: 'done' });
  });
});

describe('a session fails', () => {
  test('where looking fails for good, and turns the camera off', async () => {
    failure = new FaceVerifyError('backend-unavailable', 'The GPU is gone.');
    expect(await start().session.ended()).toEqual({ phase: 'failed', code: 'backend-unavailable' });
    expect(devices.live).toBe(0);
  });

  test('where it cannot be loaded', async () => {
    const parts = Promise.reject(new FaceVerifyError('asset-unavailable', 'Not there.'));
    const session = startSession(parts, {}, VERIFY);
    expect(await session.ended()).toEqual({ phase: 'failed', code: 'asset-unavailable' });
  });

  test('where no frame may be read, and closes each', async () => {
    const { createImageBitmap } = globalThis;
    const frames: Promise<ImageBitmap>[] = [];
    vi.spyOn(globalThis, 'createImageBitmap').mockImplementation((source: ImageBitmapSource) => {
      const frame = createImageBitmap(source);
      frames.push(frame);
      return frame;
    });
    vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    onTestFinished(() => void vi.restoreAllMocks());
    expect(await start().session.ended()).toEqual({ phase: 'failed', code: 'image-unreadable' });
    // One that is closed has no size.
    const widths = (await Promise.all(frames)).map(({ width }) => width);
    expect(widths).toEqual(widths.map(() => 0));
  });

  test('not for a frame that cannot be read', async () => {
    failure = new FaceVerifyError('geometry-degenerate', 'No face.');
    const { session } = start();
    await reached(session, { phase: 'searching' });
    failure = undefined;
    expect(await session.ended()).toMatchObject({ phase: 'done' });
  });
});

test('a reference without a face ends every attempt', async () => {
  const reference = { outcome: 'inconclusive', reason: 'no-face' } as const;
  const decides = { ...(decider as object), compare: () => ({ ...reference, side: 'probe' }) } as never;
  const session = startSession({ engine, decider: decides }, {}, { mode: 'verify', reference });
  expect(await session.ended()).toMatchObject({ phase: 'done', result: { ...reference, side: 'reference' } });
  expect(embeds).toBe(0);
});

test('a camera that plays the same pictures of somebody again is suspected to be a program, also after it stood still', async () => {
  sees = { ...NOBODY, refusal: 'multiple-faces' };
  const { session } = start();
  await vi.waitFor(() => expect(session.virtualCamera.virtual).toBe('suspected'), { timeout: 20_000 });
  expect(session.virtualCamera.why).toContain('repeated-picture');
  devices.opened[0]?.freeze(true);
  await reached(session, { phase: 'awaiting-camera', reason: 'camera-frozen' });
  const look = vi.spyOn(engine, 'look');
  onTestFinished(() => look.mockRestore());
  devices.opened[0]?.freeze(false);
  await vi.waitFor(() => expect(look.mock.calls.length).toBeGreaterThan(1), { timeout: 20_000 });
  expect(session.virtualCamera.why).toContain('repeated-picture');
});

test('a view that throws takes nothing from the session', async () => {
  const thrown: unknown[] = [];
  const note = (event: ErrorEvent) => {
    event.preventDefault();
    thrown.push(event.message);
  };
  window.addEventListener('error', note);
  onTestFinished(() => window.removeEventListener('error', note));
  const { session } = start();
  const forget = session.subscribe(() => {
    forget();
    throw new Error('A view is broken.');
  });
  expect(await session.ended()).toMatchObject({ phase: 'done' });
  await vi.waitFor(() => expect(thrown).toHaveLength(1));
});

test.for([
  [{ mode: 'recognise' }, {}],
  [{ mode: 'capture', reference: embedding }, {}],
  [{ mode: 'verify' }, {}],
  [{ mode: 'identify' }, {}],
  [{ mode: 'capture', frames: 0 }, {}],
  [{ mode: 'capture', frames: 2.5 }, {}],
  [{ mode: 'capture', liveness: 'yes' }, {}],
  [{ mode: 'capture', liveness: { kinds: [] } }, {}],
  [{ mode: 'capture', liveness: { kinds: ['wink'] } }, {}],
  [{ mode: 'capture', liveness: { count: 0 } }, {}],
  [{ mode: 'capture', liveness: { number: 2 } }, {}],
  [{ mode: 'capture' }, { camera: '' }],
  [{ mode: 'capture' }, { facing: 'user' }],
  [{ mode: 'capture' }, { video: {} }],
  [{ mode: 'capture' }, null],
  [undefined, {}],
] as const)('%o with %o is refused', ([options, source]) => {
  expect(() => startSession({ engine, decider }, source as never, options as never)).toThrow(
    expect.objectContaining({ code: 'option-invalid' }),
  );
  expect(devices.asked).toEqual([]);
});
