import { FaceVerifyError } from '@face-verify/core';
import { withinLimit } from '../within-limit.ts';
import { SOURCE_LIMIT_MS } from './image-limits.ts';

/** @throws {FaceVerifyError} `image-unreadable` where it takes longer than {@link SOURCE_LIMIT_MS} */
export function withinSourceLimit<Result>(wait: Promise<Result>): Promise<Result> {
  return withinLimit(wait, SOURCE_LIMIT_MS, () => {
    const message = `The photograph could not be had within ${SOURCE_LIMIT_MS / 1000} s: its server or its disk does not answer, or its <img> has a srcset, is lazy and out of sight.`;
    return new FaceVerifyError('image-unreadable', message);
  });
}
