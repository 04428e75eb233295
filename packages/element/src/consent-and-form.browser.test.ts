import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find, type PlayedElement, placeElement } from '../testing/played-element.ts';
import { codes, listen } from '../testing/started-element.ts';
import { done, GUIDING } from '../testing/states.ts';

afterEach(() => document.body.replaceChildren());

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
