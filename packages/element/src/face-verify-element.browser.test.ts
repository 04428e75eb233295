import { afterEach, describe, expect, test } from 'vitest';
import { type PlayedElement, placeElement } from '../testing/played-element.ts';
import { codes, listen, started } from '../testing/started-element.ts';
import { CHALLENGING, done, GUIDING, HINTING, SEARCHING } from '../testing/states.ts';

afterEach(() => document.body.replaceChildren());

describe('exactly one of ready and unsupported', () => {
  test('is told once, however often the element is put somewhere', async () => {
    const told = listen(document);
    const element = await placeElement();
    element.remove();
    document.body.append(element);
    await element.updateComplete;
    expect(codes(told)).toEqual(['ready ready']);
  });

  test('is unsupported where something is lacking, and then nothing starts', async () => {
    const told = listen(document);
    const element = await placeElement({ lacking: 'webassembly-missing' });
    await element.start();
    expect(codes(told)).toEqual(['unsupported webassembly-missing']);
    expect(element.sessions).toEqual([]);
    expect(element.matches(':state(unsupported)')).toBe(true);
  });
});

describe('events', () => {
  test('tell an attempt in its order, each with a code and a reason', async () => {
    const told = listen(document);
    const element = await started();
    await element.play({ phase: 'awaiting-camera', reason: 'asking' });
    await element.play(SEARCHING);
    await element.play(HINTING);
    await element.play(GUIDING);
    await element.play(CHALLENGING);
    await element.play({ phase: 'deciding' });
    await element.play(done({ outcome: 'match' }));
    expect(codes(told)).toEqual([
      'ready ready',
      'started verify',
      'progressed loading',
      'camera-asked asking',
      'camera-opened opened',
      'hinted move-closer',
      'progressed guiding',
      'hinted turn-left',
      'progressed challenging',
      'finished match',
    ]);
    expect(told.filter(({ detail }) => detail.reason === '')).toEqual([]);
  });

  test('tell of a camera that fails, once', async () => {
    const element = await started();
    const told = listen(element);
    await element.play({ phase: 'awaiting-camera', reason: 'camera-in-use' });
    await element.play({ phase: 'awaiting-camera', reason: 'camera-in-use' });
    expect(codes(told)).toEqual(['camera-failed camera-in-use']);
  });

  test('tell of what broke by its code, and of nobody', async () => {
    const element = await started();
    const told = listen(element);
    await element.play({ phase: 'failed', code: 'asset-unavailable' });
    expect(codes(told)).toEqual(['failed asset-unavailable']);
  });

  test('tell how similar faces are only where the page asks for it', async () => {
    const match = done({ outcome: 'match', similarity: 0.8 as never });
    for (const exposeSimilarity of [false, true]) {
      const element = await started({ exposeSimilarity });
      const told = listen(element);
      await element.play(match);
      const [finished] = told.filter(({ name }) => name === 'face-verify-finished');
      expect('similarity' in (finished?.detail ?? {})).toBe(exposeSimilarity);
    }
  });
});

test('the state holds no template, candidates or frame, and a similarity only where the page asks for it', async () => {
  const everything = {
    ...{ outcome: 'identified', similarity: 0.8, template: {}, photograph: {}, margin: 0.1, threshold: {} },
    candidates: [{ id: 'anna', similarity: 0.8 }],
  };
  const element = await started();
  await element.play(done(everything as never));
  expect(element.state).toMatchObject({ phase: 'done', liveness: { outcome: 'not-asked' } });
  expect((element.state as ReturnType<typeof done> & { result: unknown }).result).toEqual({ outcome: 'identified' });
  element.exposeSimilarity = true;
  expect(element.state).toMatchObject({ result: { outcome: 'identified', similarity: 0.8 } });
});

describe('what arrives late', () => {
  test('is let go of after the element was taken away while a session opened', async () => {
    let open = () => {};
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const element = await placeElement({ opening });
    const told = listen(element);
    await element.start();
    element.remove();
    await Promise.resolve();
    open();
    await opening;
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.session.isStopped).toBe(true);
    element.session.play(done({ outcome: 'match' }));
    expect(element.state.phase).toBe('idle');
    expect(codes(told)).toEqual(['started verify', 'progressed loading', 'cancelled cancelled']);
  });

  test('is not heard of a session that was cancelled', async () => {
    const element = await started();
    const { session } = element;
    element.cancel();
    expect(session.isStopped).toBe(true);
    session.play(done({ outcome: 'match' }));
    expect(element.state.phase).toBe('idle');
  });
});

describe('an element that is moved in the page', () => {
  test('keeps its one session', async () => {
    const element = await started();
    await element.play(GUIDING);
    const section = document.createElement('section');
    document.body.append(section);
    section.append(element);
    element.remove();
    document.body.append(element);
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.sessions).toHaveLength(1);
    expect(element.session.isStopped).toBe(false);
    expect(element.state.phase).toBe('guiding');
  });

  test('that is taken away for good lets go of session and engine', async () => {
    const element = await started();
    await element.play(GUIDING);
    element.remove();
    await Promise.resolve();
    expect(element.session.isStopped).toBe(true);
    expect(element.disposals).toBe(1);
  });
});

test('a start while an attempt is under way does nothing, and after its end begins another', async () => {
  const element = await started();
  await element.start();
  expect(element.sessions).toHaveLength(1);
  await element.play(done({ outcome: 'non-match' }));
  await element.start();
  expect(element.sessions).toHaveLength(2);
  expect(element.sessions[0]?.isStopped).toBe(true);
});

test('a start that is cancelled at once never begins', async () => {
  const element = await placeElement();
  const starting = element.start();
  element.cancel();
  await starting;
  expect(element.sessions).toEqual([]);
});

test('the states are custom states, one at a time, with the outcome beside', async () => {
  const element = await started();
  await element.play(GUIDING);
  expect(element.matches(':state(guiding)')).toBe(true);
  await element.play(done({ outcome: 'match' }));
  expect(element.matches(':state(done):state(match):not(:state(guiding))')).toBe(true);
  element.reset();
  expect(element.matches(':state(idle):not(:state(match))')).toBe(true);
});

describe('attributes', () => {
  test('are in kebab case, and booleans are false without one', async () => {
    const element = await placeElement();
    const { mode, liveness, allowPhotograph, exposeSimilarity, autostart, required } = element;
    expect({ mode, liveness, allowPhotograph, exposeSimilarity, autostart, required }).toEqual({
      mode: 'verify',
      liveness: false,
      allowPhotograph: false,
      exposeSimilarity: false,
      autostart: false,
      required: false,
    });
    element.setAttribute('mode', 'capture');
    element.setAttribute('threshold', '0.0001');
    element.toggleAttribute('expose-similarity', true);
    expect(element).toMatchObject({ mode: 'capture', threshold: { fmr: 0.0001 }, exposeSimilarity: true });
  });

  test('are what a session is asked for', async () => {
    const threshold = { fmr: 0.01 };
    const element = await started({ mode: 'identify', liveness: true, camera: 'environment', threshold });
    expect(element.session.request).toMatchObject({
      mode: 'identify',
      liveness: true,
      camera: 'environment',
      threshold,
    });
  });

  test('change the camera in mid-session', async () => {
    const element = await started();
    element.camera = 'other';
    await element.updateComplete;
    expect(element.session.cameras).toEqual(['other']);
  });

  test.for<[string, Partial<PlayedElement>]>([
    ['mode', { mode: 'identify' }],
    ['reference', { reference: '/another.jpg' }],
    ['gallery', { gallery: {} as never }],
    ['threshold', { threshold: { fmr: 0.1 } }],
    ['liveness', { liveness: true }],
  ])('that a result is reported by end the attempt that was begun with others: %s', async ([, set]) => {
    const element = await started({ threshold: { fmr: 0.001 } });
    const { session } = element;
    Object.assign(element, set);
    await element.updateComplete;
    expect(session.isStopped).toBe(true);
    session.play(done({ outcome: 'match' }));
    expect(element.state.phase).toBe('idle');
  });

  test('that are handed over again, or do not bear on the result, let it go on', async () => {
    const sign = async () => 'token';
    const element = await started({ threshold: { fmr: 0.001 }, sign });
    Object.assign(element, { mode: 'verify', threshold: { fmr: 0.001 }, sign: async () => 'other', locale: 'nl' });
    await element.updateComplete;
    expect(element.session.isStopped).toBe(false);
    await element.play(done({ outcome: 'match' }));
    expect(element.state.phase).toBe('done');
  });

  test('start by themselves where that is asked for, once', async () => {
    const element = await placeElement({ autostart: true });
    await expect.poll(() => element.sessions.length).toBe(1);
    element.cancel();
    const section = document.createElement('section');
    document.body.append(section);
    section.append(element);
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
    expect(element.state.phase).toBe('idle');
    expect(element.sessions).toHaveLength(1);
  });
});
