import { expect, test } from 'vitest';
import { choosePlace, type PlaceScope } from './choose-place.ts';

function canvas(hasWebGl: boolean) {
  const gl = { getExtension: () => null };
  return { getContext: () => (hasWebGl ? gl : null) } as unknown as HTMLCanvasElement & OffscreenCanvas;
}

/** A page whose canvases have WebGL or not. */
function page({ offscreen = true, element = true, workers = true }): PlaceScope {
  return {
    Worker: workers ? class {} : undefined,
    document: { createElement: () => canvas(element) } as unknown as Document,
    OffscreenCanvas: class {
      getContext = canvas(offscreen).getContext;
    },
  };
}

test.for([
  ['everything', 'mediapipe', {}, 'worker'],
  ['WebGL in elements alone', 'mediapipe', { offscreen: false }, 'this-thread'],
  ['WebGL in elements alone', 'light', { offscreen: false }, 'worker'],
  ['WebGL in elements alone', 'auto', { offscreen: false }, 'worker'],
  ['no WebGL at all', 'mediapipe', { offscreen: false, element: false }, 'worker'],
  ['no workers', 'light', { workers: false }, 'this-thread'],
] as const)('a page that has %s, with the detector %s: %j → %s', ([, detector, lacks, runsIn]) => {
  const place = choosePlace('auto', detector, page(lacks));
  expect(place).toMatchObject({ requested: 'auto', runsIn });
  expect(place.reason).toMatch(/\.$/);
});

test('where a worker was asked for there is one, or an error', () => {
  expect(choosePlace(true, 'mediapipe', page({ offscreen: false })).runsIn).toBe('worker');
  expect(() => choosePlace(true, 'light', page({ workers: false }))).toThrow('there are none');
  expect(choosePlace(false, 'light', page({})).runsIn).toBe('this-thread');
});
