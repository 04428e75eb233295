import type { RunConfig } from '../trainer/run-config.ts';
import { CONV_FACE_NEXT_PS } from './conv-face-next-ps.ts';
import { LANDMARKS_5 } from './landmarks-5.ts';

/** Every run that made something that ships, by name. */
export const CONFIGS: ReadonlyMap<string, RunConfig> = new Map(
  [CONV_FACE_NEXT_PS, LANDMARKS_5].map((config) => [config.name, config]),
);
