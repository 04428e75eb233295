import adaFront from '@face-verify/testkit/fixtures/ada-front.jpg?url';
import adaTurned from '@face-verify/testkit/fixtures/ada-turned.jpg?url';
import dieterFront from '@face-verify/testkit/fixtures/dieter-front.jpg?url';
import type { Photograph } from './photograph.ts';

/** People who do not exist, rendered by this repository; served with the page. */
const SAMPLES = {
  same: [
    ['ada-front.jpg', adaFront],
    ['ada-turned.jpg', adaTurned],
  ],
  different: [
    ['ada-front.jpg', adaFront],
    ['dieter-front.jpg', dieterFront],
  ],
} as const;

/** Fetches a pair of rendered photographs from the page's own origin. */
export function loadSample(pair: keyof typeof SAMPLES): Promise<Photograph[]> {
  return Promise.all(SAMPLES[pair].map(async ([name, url]) => ({ name, blob: await (await fetch(url)).blob() })));
}
