import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaceVerifyError } from '@face-verify/core';
import { afterEach, expect, test, vi } from 'vitest';
import { requireSharedFolder } from './shared-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('FACE_VERIFY_SHARED names the folder', () => {
  vi.stubEnv('FACE_VERIFY_SHARED', tmpdir());
  expect(requireSharedFolder()).toBe(tmpdir());
});

test('a folder that does not exist counts as absent', () => {
  vi.stubEnv('FACE_VERIFY_SHARED', join(tmpdir(), 'no-such-folder-here'));
  expect(requireSharedFolder).toThrow(FaceVerifyError);
});
