import { Option } from '@face-verify/headless/command-line';
import { ENGINES } from '../engine/engine-names.ts';

export const ENGINE_OPTION = new Option('--engine <name>', 'what computes; auto takes the fastest that runs here')
  .choices(['auto', ...ENGINES] as const)
  .default('auto' as const);
