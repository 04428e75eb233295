import type { RunConfig } from '../../learn/trainer/run-config.ts';
import { AMD_FV_RECIPE } from './amd-fv.ts';
import { CONV_FACE_NEXT_RECIPE } from './conv-face-next.ts';
import { LGAF_RECIPE } from './lgaf.ts';
import { MOBI_FACE_RECIPE } from './mobi-face.ts';
import { PROGRESSIVE } from './progressive.ts';
import { fullRun, smallRun } from './recipe.ts';

/** How the five papers train on identities, each small and full; the stages of the progressive framework one by one. */
export const RECIPES: readonly RunConfig[] = [
  ...[CONV_FACE_NEXT_RECIPE, MOBI_FACE_RECIPE, LGAF_RECIPE, AMD_FV_RECIPE].flatMap((recipe) => [
    smallRun(recipe),
    fullRun(recipe),
  ]),
  ...PROGRESSIVE.small,
  ...PROGRESSIVE.full,
];
