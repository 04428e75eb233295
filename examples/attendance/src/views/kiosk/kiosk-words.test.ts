import { describe, expect, it } from 'vitest';
import type { KioskScreen } from '../../domain/kiosk/kiosk-state.ts';
import { startKiosk } from '../../domain/kiosk/step-kiosk.ts';
import type { KioskView } from '../../kiosk/kiosk-runner.ts';
import { en } from '../../messages/en/en.ts';
import { kioskWords, type WordsSetup } from './kiosk-words.ts';

const SETUP: WordsSetup = {
  say: en.kiosk,
  faces: { state: 'ready' } as WordsSetup['faces'],
  nameOf: (id) => `name of ${id}`,
  timeAt: (ms) => `time ${ms}`,
};
const GREETING: KioskScreen = { show: 'greeting', person: 'anna', direction: 'in', how: 'face', atMs: 7 };

function words(screen: KioskScreen, view: Partial<KioskView> = {}, setup: Partial<WordsSetup> = {}) {
  const state = { ...startKiosk(), screen };
  return kioskWords({ state, session: { phase: 'idle' }, saved: 'saved', nowMs: 0, ...view }, { ...SETUP, ...setup });
}

describe('a kiosk', () => {
  it('greets by name, with what was recorded and when', () => {
    expect(words(GREETING)).toEqual({ tone: 'good', title: 'name of anna', detail: 'Checked in at time 7' });
  });

  it('does not say that something was recorded that was not saved', () => {
    expect(words(GREETING, { saved: 'failed' })).toMatchObject({ tone: 'bad', detail: en.kiosk.notSaved });
  });

  it('gives one hint at a time, and asks for challenges', () => {
    const hint = words({ show: 'watching' }, { session: { phase: 'searching', hint: 'too-dark' } });
    expect(hint.title).toBe(en.kiosk.hints['too-dark']);
    const challenging = { phase: 'challenging', passed: 0, count: 2, hint: undefined, face: undefined } as const;
    const doing = words({ show: 'looking' }, { session: { ...challenging, stage: 'doing', challenge: 'blink' } });
    expect(doing.title).toBe(en.kiosk.challenges.blink);
    const resting = words({ show: 'looking' }, { session: { ...challenging, stage: 'resting', challenge: 'blink' } });
    expect(resting.title).toBe(en.kiosk.rest);
  });

  it('counts down a pause in minutes and seconds', () => {
    expect(words({ show: 'paused', untilMs: 62_001 }, { nowMs: 1000 }).title).toContain('1:02');
    expect(words({ show: 'paused', untilMs: 1000 }, { nowMs: 2000 }).title).toContain('0:00');
  });

  it('names nobody who is unknown, and says why there is no camera', () => {
    expect(words({ show: 'unknown', reason: 'nobody' })).toEqual({ tone: 'unsure', ...en.kiosk.unknown.nobody });
    expect(words({ show: 'no-camera', code: 'camera-in-use' }).title).toBe(en.kiosk.camera['camera-in-use'].title);
    expect(words({ show: 'no-camera', code: 'backend-unavailable' }).detail).toContain('backend-unavailable');
  });

  it('says that faces cannot be seen, and that cards need the camera', () => {
    const faces = { state: 'failed', code: 'asset-unavailable' } as const;
    expect(words({ show: 'watching' }, {}, { faces }).detail).toContain('asset-unavailable');
    const state = { ...startKiosk(), screen: { show: 'asking', way: 'card' }, cameraCode: 'camera-ended' } as const;
    expect(words(state.screen, { state }).detail).toBe(en.kiosk.card.noCamera);
  });
});
