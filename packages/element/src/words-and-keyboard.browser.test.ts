import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find, placeElement, said } from '../testing/played-element.ts';
import { listen, started } from '../testing/started-element.ts';
import { CHALLENGING, done, GUIDING, HINTING, SEARCHING } from '../testing/states.ts';
import { en } from './locales/en.ts';

afterEach(() => document.body.replaceChildren());

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
