import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rememberedTimes, rememberTimes } from './remembered-times.ts';

const clean = () => localStorage.removeItem('face-verify backends');
beforeEach(clean);
afterEach(() => {
  vi.restoreAllMocks();
  clean();
});

test('what was measured is remembered by GPU, the latest eight', () => {
  rememberTimes({});
  expect(localStorage.getItem('face-verify backends')).toBeNull();
  for (let gpu = 0; gpu < 10; gpu++) rememberTimes({ [`1.0 m gpu-${gpu}`]: { webgpu: 1, wasm: gpu + 1 } });
  const remembered = rememberedTimes();
  expect(Object.keys(remembered)).toHaveLength(8);
  expect(remembered['1.0 m gpu-9']).toEqual({ webgpu: 1, wasm: 10 });
});

test.each(['nothing', '[1]', '{"gpu":{"webgpu":"fast","wasm":-1}}', '{"gpu":null}', 'null'])(
  'what is no such thing is forgotten: %s',
  (kept) => {
    localStorage.setItem('face-verify backends', kept);
    expect(rememberedTimes()).toEqual({});
  },
);

test('storage that is blocked or full does not matter', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('Blocked.', 'SecurityError');
  });
  expect(rememberedTimes()).toEqual({});
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full.', 'QuotaExceededError');
  });
  expect(() => rememberTimes({ gpu: { webgpu: 1, wasm: 2 } })).not.toThrow();
});
