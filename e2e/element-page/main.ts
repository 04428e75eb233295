import '@face-verify/element';
import type { FaceVerifyEventName } from '@face-verify/element';
import type { ElementPage } from './page-api.ts';

const NAMES: readonly FaceVerifyEventName[] = [
  'face-verify-ready',
  'face-verify-unsupported',
  'face-verify-started',
  'face-verify-camera-opened',
  'face-verify-camera-failed',
  'face-verify-finished',
  'face-verify-failed',
  'face-verify-cancelled',
];

const elementPage: ElementPage = {
  told: [],
  template: undefined,
  streams: [],
  gate: Promise.resolve(),
  shiftsBelow: 0,
};
window.elementPage = elementPage;

for (const name of NAMES) {
  document.addEventListener(name, ({ detail: { code } }) => elementPage.told.push(`${name.slice(12)} ${code}`));
}
document.addEventListener('face-verify-finished', ({ detail: { template } }) => {
  if (template !== undefined) elementPage.template = template;
});

const { mediaDevices } = navigator;
const open = mediaDevices.getUserMedia.bind(mediaDevices);
mediaDevices.getUserMedia = async (constraints) => {
  await elementPage.gate;
  const stream = await open(constraints);
  elementPage.streams.push(stream);
  return stream;
};

/** What browsers tell of a layout that shifts. */
interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null }[];
}

new PerformanceObserver((list) => {
  const below = document.querySelector('main > p');
  for (const { sources } of list.getEntries() as LayoutShift[]) {
    if (sources.some(({ node }) => node === below)) elementPage.shiftsBelow += 1;
  }
}).observe({ type: 'layout-shift', buffered: true });
