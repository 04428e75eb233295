import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find, type PlayedElement, placeElement, said } from '../testing/played-element.ts';
import { CHALLENGING, done, GUIDING, HINTING, SEARCHING } from '../testing/states.ts';
import type { FaceVerifyDetail, FaceVerifyEventName } from './face-verify-events.ts';
import { en } from './locales/en.ts';

afterEach(() => document.body.replaceChildren());

/** All events of an element from now on, by name and code. */
function listen(target: EventTarget) {
  const told: { name: string; detail: FaceVerifyDetail }[] = [];
  for (const name of NAMES) {
    target.addEventListener(name, (event) => told.push({ name, detail: (event as CustomEvent).detail }));
  }
  return told;
}

const NAMES = [
  'ready',
  'unsupported',
  'started',
  'camera-asked',
  'camera-opened',
  'camera-failed',
  'hinted',
  'progressed',
  'finished',
  'failed',
  'cancelled',
  'consented',
].map((name) => `face-verify-${name}` as FaceVerifyEventName);

const codes = (told: ReturnType<typeof listen>) => told.map(({ name, detail }) => `${name.slice(12)} ${detail.code}`);

async function started(set: Partial<PlayedElement> = {}) {
  const element = await placeElement(set);
  await element.start();
  await element.updateComplete;
  return element;
}

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

describe('consent', () => {
  test('is needed before an enrolment begins, and the box is focused where it is missing', async () => {
    const element = await placeElement({ mode: 'enrol' });
    const told = listen(element);
    const { height } = element.getBoundingClientRect();
    await element.start();
    await element.updateComplete;
    expect(element.sessions).toEqual([]);
    expect(find(element, '[role=alert]').innerText).not.toBe('');
    expect(element.getBoundingClientRect().height).toBe(height);
    expect(codes(told)).toEqual(['hinted consent-required']);
    expect(element.shadowRoot?.activeElement?.getAttribute('type')).toBe('checkbox');
    await userEvent.keyboard(' ');
    await element.start();
    expect(element.sessions).toHaveLength(1);
    expect(element.consented).toBe(true);
  });

  async function agreed() {
    const element = await placeElement({ mode: 'enrol' });
    find(element, '.consent input').click();
    await element.start();
    expect(element.sessions).toHaveLength(1);
    return element;
  }
  const enrolled = done({ outcome: 'enrolled' });

  test('is for one enrolment, and still to be read when that is told', async () => {
    const element = await agreed();
    let consented: boolean | undefined;
    element.addEventListener('face-verify-finished', () => {
      consented = element.consented;
    });
    await element.play(enrolled);
    expect(consented).toBe(true);
    expect(element.consented).toBe(false);
    await element.start();
    expect(element.sessions).toHaveLength(1);
  });

  test('stays for another attempt where nobody was enrolled', async () => {
    const element = await agreed();
    await element.play(done({ outcome: 'inconclusive' }));
    await element.start();
    expect(element.sessions).toHaveLength(2);
  });

  test('is not taken over by whoever comes after a reset', async () => {
    const element = await agreed();
    element.reset();
    expect(element.consented).toBe(false);
    await element.start();
    expect(element.sessions).toHaveLength(1);
    expect(find<HTMLInputElement>(element, '.consent input').checked).toBe(false);
  });
});

test('what the camera sees is in view once the button below it was pressed', async () => {
  document.body.append(Object.assign(document.createElement('div'), { style: 'block-size: 200vh' }));
  const element = await placeElement();
  document.body.append(Object.assign(document.createElement('div'), { style: 'block-size: 200vh' }));
  const start = find(element, '[data-action=start]');
  start.scrollIntoView({ block: 'start' });
  const topOf = () => find(element, '.stage').getBoundingClientRect().top;
  expect(topOf()).toBeLessThan(0);
  start.click();
  await expect.poll(() => Math.round(topOf())).toBe(0);
});

describe('a photograph', () => {
  test('takes the place of the camera where the page allows it', async () => {
    const element = await placeElement({ allowPhotograph: true, photographState: done({ outcome: 'match' }) });
    const told = listen(element);
    await element.startWithPhotograph(new Blob());
    await expect.poll(() => element.state.phase).toBe('done');
    expect(told.at(-1)?.detail).toMatchObject({ code: 'match', source: 'photograph' });
  });

  test.for([{ allowPhotograph: false }, { allowPhotograph: true, liveness: true }])('does not with %o', async (set) => {
    const element = await placeElement({ ...set, photographState: done({ outcome: 'match' }) });
    await element.startWithPhotograph(new Blob());
    expect(element.state.phase).toBe('idle');
    expect(element.shadowRoot?.querySelector('[type=file]')).toBeNull();
  });
});

test('a photograph is not looked at where challenges were asked for while it was being chosen', async () => {
  const element = await placeElement({ allowPhotograph: true, photographState: done({ outcome: 'match' }) });
  const starting = element.startWithPhotograph(new Blob());
  element.liveness = true;
  await starting;
  expect(element.state.phase).toBe('idle');
});

describe('in a form', () => {
  async function inForm(set: Partial<PlayedElement> = {}) {
    const form = document.createElement('form');
    const fieldset = document.createElement('fieldset');
    form.append(fieldset);
    document.body.append(form);
    const element = await placeElement({ name: 'proof', required: true, ...set }, fieldset);
    return { form, fieldset, element };
  }

  test('it sends the signed result and nothing else, and is valid only with one', async () => {
    const { form, element } = await inForm();
    expect(form.checkValidity()).toBe(false);
    await element.start();
    await element.play(done({ outcome: 'match' }));
    expect([form.checkValidity(), [...new FormData(form)]]).toEqual([false, []]);
    await element.start();
    await element.play(done({ outcome: 'match', token: 'signed' }));
    expect([form.checkValidity(), [...new FormData(form)]]).toEqual([true, [['proof', 'signed']]]);
  });

  test('it is valid already when its end is told', async () => {
    const { form, element } = await inForm();
    await element.start();
    let sent: unknown[] = [];
    element.addEventListener('face-verify-finished', () => {
      sent = [form.checkValidity(), [...new FormData(form)]];
    });
    await element.play(done({ outcome: 'match', token: 'signed' }));
    expect(sent).toEqual([true, [['proof', 'signed']]]);
  });

  test('it is told nothing anew at each of the camera’s frames, and neither are its styles', async () => {
    const { element } = await inForm({ texts: { rest: 'Rest' } });
    await element.start();
    await element.play(GUIDING);
    const toldForm = vi.spyOn(ElementInternals.prototype, 'setFormValue');
    const toldStates = vi.spyOn(CustomStateSet.prototype, 'add');
    for (const progress of [0.6, 0.7, 0.8]) await element.play({ ...GUIDING, progress } as typeof GUIDING);
    expect([toldForm.mock.calls.length, toldStates.mock.calls.length]).toEqual([0, 0]);
    vi.restoreAllMocks();
  });

  test('it forgets with the form’s reset, and ends with a fieldset that is disabled', async () => {
    const { form, fieldset, element } = await inForm();
    await element.start();
    await element.play(done({ outcome: 'match', token: 'signed' }));
    form.reset();
    expect([element.value, element.state.phase]).toEqual(['', 'idle']);
    await element.start();
    fieldset.disabled = true;
    expect(element.state.phase).toBe('idle');
    await element.start();
    expect(element.state.phase).toBe('idle');
  });
});

describe('words', () => {
  test('are those of the language around it, and go from right to left in Arabic', async () => {
    const section = document.createElement('section');
    section.lang = 'ar-EG';
    document.body.append(section);
    const element = await placeElement({}, section);
    expect(said(element)).toContain('تأكيد هويتك');
    expect(getComputedStyle(find(element, '.frame')).direction).toBe('rtl');
  });

  test('can be the page’s own, in part, by property or by slot', async () => {
    const element = await placeElement({ texts: { intro: { verify: { title: 'Is it you?' } } } });
    expect(said(element)).toMatch(/^Is it you\?\s+Your face is compared/);
    element.innerHTML = '<p slot="idle">Welcome</p>';
    const slot = find<HTMLSlotElement>(element, 'slot[name=idle]');
    expect(slot.assignedElements().map(({ textContent }) => textContent)).toEqual(['Welcome']);
  });

  test('blame nobody who is before the camera, or chose a photograph, for a reference that cannot be used', async () => {
    const unusable = done({ outcome: 'inconclusive', reason: 'no-face', side: 'reference' });
    const element = await placeElement({ allowPhotograph: true, photographState: unusable });
    const told = listen(element);
    await element.start();
    await element.play(unusable);
    element.reset();
    await element.startWithPhotograph(new Blob());
    await expect.poll(() => element.state.phase).toBe('done');
    const ends = told.filter(({ name }) => name === 'face-verify-finished');
    expect(ends).toHaveLength(2);
    for (const { detail } of ends) {
      expect(detail).toMatchObject({ cause: 'no-face', side: 'reference', reason: en.failed.setup });
    }
    expect(said(element)).toContain(en.failed.setup);
  });

  test('are announced by one polite region, one hint at a time', async () => {
    const element = await started();
    await element.play(HINTING);
    expect(element.shadowRoot?.querySelectorAll('[aria-live]')).toHaveLength(1);
    expect(find(element, '[aria-live]').getAttribute('aria-live')).toBe('polite');
    expect(said(element)).toBe('Come a little closer');
  });
});

test('the way without biometrics is there in every state', async () => {
  const element = await placeElement();
  element.innerHTML = '<a slot="alternative" href="#pin">Use a PIN</a>';
  const link = element.querySelector('a') as HTMLAnchorElement;
  await expect.poll(() => link.checkVisibility()).toBe(true);
  await element.start();
  for (const state of [SEARCHING, GUIDING, CHALLENGING, done({ outcome: 'match' })]) {
    await element.play(state);
    expect(link.checkVisibility()).toBe(true);
  }
});

test('the keyboard alone starts, cancels and starts again, and the focus is never lost', async () => {
  const element = await placeElement();
  const focused = () => element.shadowRoot?.activeElement?.textContent?.trim();
  await userEvent.tab();
  expect(focused()).toBe('Start');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Cancel');
  await element.play(GUIDING);
  expect(focused()).toBe('Cancel');
  await userEvent.keyboard('{Enter}');
  await expect.poll(focused).toBe('Start');
  await userEvent.keyboard(' ');
  await expect.poll(focused).toBe('Cancel');
  await element.play(done({ outcome: 'non-match' }));
  expect(focused()).toBe('Try again');
});
