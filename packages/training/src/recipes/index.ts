import type { RunConfig } from '../learn/trainer/run-config.ts';
import { CONV_FACE_NEXT_PS, CONV_FACE_NEXT_PS_FIRST, CONV_FACE_NEXT_PS_SECOND } from './conv-face-next-ps.ts';
import { FACE_POINTS } from './face-points.ts';
import { MOBILE_FACE_NET, MOBILE_FACE_NET_FIRST } from './mobile-face-net.ts';
import { RECIPES } from './papers/index.ts';

/** Every run, by name. */
export const CONFIGS: ReadonlyMap<string, RunConfig> = new Map(
  [
    CONV_FACE_NEXT_PS_FIRST,
    CONV_FACE_NEXT_PS_SECOND,
    CONV_FACE_NEXT_PS,
    MOBILE_FACE_NET_FIRST,
    MOBILE_FACE_NET,
    FACE_POINTS,
    ...RECIPES,
  ].map((config) => [config.name, config]),
);
