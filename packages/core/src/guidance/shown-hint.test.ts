import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HINTS, type Hint } from './hints.ts';
import { HINT_APPEARS_MS, HINT_CLEARS_MS, HINT_STAYS_MS, NO_HINT, nextShownHint } from './shown-hint.ts';

type Called = readonly [atMs: number, hint: Hint | undefined];

/** What is shown after each frame. */
function showing(called: readonly Called[]): (Hint | undefined)[] {
  let shown = NO_HINT;
  return called.map(([atMs, hint]) => {
    shown = nextShownHint(shown, hint, atMs);
    return shown.hint;
  });
}

test('a hint is shown once it was called for long enough, and goes once nothing was', () => {
  const frames: Called[] = [
    [0, 'too-dark'],
    [HINT_APPEARS_MS - 1, 'too-dark'],
    [HINT_APPEARS_MS, 'too-dark'],
    [HINT_APPEARS_MS + HINT_STAYS_MS, undefined],
    [HINT_APPEARS_MS + HINT_STAYS_MS + HINT_CLEARS_MS - 1, undefined],
    [HINT_APPEARS_MS + HINT_STAYS_MS + HINT_CLEARS_MS, undefined],
  ];
  expect(showing(frames)).toEqual([undefined, undefined, 'too-dark', 'too-dark', 'too-dark', undefined]);
});

test('what one frame calls for is not shown', () => {
  const flicker = Array.from({ length: 60 }, (_, i): Called => [33 * i, i % 2 === 0 ? 'hold-still' : undefined]);
  expect(showing(flicker)).toEqual(flicker.map(() => undefined));
});

test('another hint waits until the first was there to be read', () => {
  const frames = Array.from({ length: 60 }, (_, i): Called => [50 * i, i < 8 ? 'too-dark' : 'move-closer']);
  const seen = showing(frames);
  const first = seen.indexOf('too-dark');
  const second = seen.indexOf('move-closer');
  expect(50 * (second - first)).toBeGreaterThanOrEqual(HINT_STAYS_MS);
  expect(seen.slice(second)).not.toContain('too-dark');
});

test('whatever frames call for, nothing that is shown changes before its time', () => {
  const frame = fc.record({ afterMs: fc.integer({ min: 0, max: 400 }), hint: fc.constantFrom(undefined, ...HINTS) });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 80 }), (frames) => {
      let [atMs, changedMs, shown] = [0, Number.NEGATIVE_INFINITY, NO_HINT];
      for (const { afterMs, hint } of frames) {
        atMs += afterMs;
        const next = nextShownHint(shown, hint, atMs);
        if (next.hint !== shown.hint) {
          expect(atMs - changedMs).toBeGreaterThanOrEqual(HINT_STAYS_MS);
          changedMs = atMs;
        }
        shown = next;
      }
    }),
  );
});
