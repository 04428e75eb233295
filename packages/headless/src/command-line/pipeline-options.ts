import { Option } from '@commander-js/extra-typings';
import type { HarnessOptions } from '../browser/harness-api.ts';

/** Options that every command passes on to the pipeline. */
export const BACKEND_OPTION = new Option('--backend <name>', 'what computes')
  .choices(['auto', 'webgpu', 'wasm'] as const)
  .default('auto' as const);

export const MODEL_OPTION = new Option('--model <id>', 'folder name in models/ (default: the one that ships)');

export const JSON_OPTION = new Option('--json', 'print one JSON object');

/** What the pipeline is told of a command's options. */
export function pipelineOptions({ backend, model }: HarnessOptions): HarnessOptions {
  return { ...(backend && { backend }), ...(model && { model }) };
}
