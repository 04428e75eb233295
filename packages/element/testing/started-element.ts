import type { FaceVerifyDetail, FaceVerifyEventName } from '../src/face-verify-events.ts';
import { type PlayedElement, placeElement } from './played-element.ts';

/** All events of an element from now on, by name and code. */
export function listen(target: EventTarget) {
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

/** Names without what they all begin with, and codes. */
export const codes = (told: ReturnType<typeof listen>) =>
  told.map(({ name, detail }) => `${name.slice(12)} ${detail.code}`);

/** An element in the page that was started. */
export async function started(set: Partial<PlayedElement> = {}) {
  const element = await placeElement(set);
  await element.start();
  await element.updateComplete;
  return element;
}
