import type { ParseArgsConfig } from 'node:util';
import type { HarnessOptions } from './browser/harness-api.ts';
import { CommandError } from './command-error.ts';

/** Options that every command passes on to the pipeline. */
export const PIPELINE_OPTIONS = {
  backend: { type: 'string', default: 'auto' },
  model: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

export const PIPELINE_OPTIONS_HELP = `  --backend NAME   auto, webgpu or wasm (default auto)
  --model ID       folder name in models/ (default: the one that ships)`;

const BACKENDS = ['auto', 'webgpu', 'wasm'] as const;

/** @throws {CommandError} `usage` for a backend that does not exist */
export function pipelineOptions(values: { backend: string; model?: string | undefined }): HarnessOptions {
  const backend = BACKENDS.find((name) => name === values.backend);
  if (backend === undefined) throw new CommandError('usage', `There is no backend ${values.backend}. See --help.`);
  return { backend, ...(values.model === undefined ? {} : { model: values.model }) };
}
