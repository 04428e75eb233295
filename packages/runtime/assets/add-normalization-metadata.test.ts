import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { addNormalizationMetadata } from './add-normalization-metadata.ts';

const NORMALIZATION = { mean: 127.5, std: 127.5 };

describe('a detector model without metadata', () => {
  let model: Uint8Array;
  let completed: Uint8Array;

  beforeAll(async () => {
    const { resolve } = createRequire(import.meta.url);
    model = await readFile(resolve('@mediapipe/face_detection/face_detection_short_range.tflite'));
    completed = addNormalizationMetadata(model, NORMALIZATION);
  });

  test('keeps every byte, where weights stay aligned', () => {
    const start = Buffer.from(completed).indexOf(model);
    expect(start).toBeGreaterThan(0);
    expect(start % 16).toBe(0);
  });

  test('gets the same bytes every time', () => {
    const again = addNormalizationMetadata(model, NORMALIZATION);
    expect(Buffer.compare(again, completed)).toBe(0);
  });

  test('is still a TensorFlow Lite model', () => {
    expect(Buffer.from(completed.subarray(4, 8)).toString()).toBe('TFL3');
  });

  test('is not given metadata twice', () => {
    expect(() => addNormalizationMetadata(completed, NORMALIZATION)).toThrow(TypeError);
  });
});

test.for([
  ['nothing', new Uint8Array(0)],
  ['a page', Buffer.from('<!doctype html><title>Not found</title>')],
] as const)('%s is refused as a model', ([, bytes]) => {
  expect(() => addNormalizationMetadata(bytes, NORMALIZATION)).toThrow('no TensorFlow Lite model');
});
