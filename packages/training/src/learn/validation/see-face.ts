import { composeTransforms, type RgbImage, templateToInput } from '@face-verify/core';
import { findFace, POINT_INPUT, type SeenFace } from '@face-verify/nets';
import type { Sight } from '../../data/faceless.ts';
import type { Run } from '../tasks/training-task.ts';
import { runImages } from './run-images.ts';

/** What the point network sees where a sight says that a face is, in two looks as the pipeline does. */
export function seeFace({ image, toAligned }: Sight, run: Run): Promise<SeenFace> {
  const { sizePx, faceFraction } = POINT_INPUT;
  const look = async (input: RgbImage) => (await runImages([input], run))[0] as Float32Array;
  return findFace(image, composeTransforms(templateToInput(sizePx, faceFraction), toAligned), look);
}
