import type { RunConfig } from '../trainer/run-config.ts';
import { CONV_FACE_NEXT_PS } from './conv-face-next-ps.ts';
import { LANDMARKS_5 } from './landmarks-5.ts';
import { MOBILE_FACE_NET } from './mobile-face-net.ts';

/** Every run, by name. */
export const CONFIGS: ReadonlyMap<string, RunConfig> = new Map(
  [CONV_FACE_NEXT_PS, MOBILE_FACE_NET, LANDMARKS_5].map((config) => [config.name, config]),
);
