import type { FaceVerifierOptions } from '../api.ts';
import { A_FUNCTION, A_SIGNAL, AN_OBJECT, type OptionRules, oneOf } from './check-options.ts';

export const VERIFIER_OPTIONS: OptionRules<FaceVerifierOptions> = {
  assets: [(value) => typeof value === 'string' || value instanceof URL, 'is the address of a folder'],
  backend: oneOf('auto', 'webgpu', 'wasm'),
  detector: oneOf('mediapipe', 'light', 'auto'),
  // An own model's fields are checked where it is loaded.
  model: [
    (value) => (typeof value === 'string' && value !== '') || AN_OBJECT[0](value),
    'is the name of a folder in models/, or a model of your own',
  ],
  threshold: AN_OBJECT,
  worker: oneOf('auto', true, false),
  onProgress: A_FUNCTION,
  signal: A_SIGNAL,
};
