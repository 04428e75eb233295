import { Option } from '@commander-js/extra-typings';
import type { SubjectRule } from 'face-verify';
import type { HarnessOptions } from '../browser/harness-api.ts';

/** Options that every command passes on to the pipeline. */
export const BACKEND_OPTION = new Option('--backend <name>', 'what computes')
  .choices(['auto', 'webgpu', 'wasm'] as const)
  .default('auto' as const);

export const MODEL_OPTION = new Option('--model <id>', 'folder name in models/ (default: the one that ships)');

const SUBJECT_RULES = ['only', 'largest', 'central'] as const satisfies readonly SubjectRule[];

export const SUBJECT_OPTION = new Option(
  '--subject <rule>',
  'which face is compared where a photograph shows several; without a rule it is missing then',
)
  .choices(SUBJECT_RULES)
  .default('only' as const);

export const REFERENCE_SUBJECT_OPTION = new Option(
  '--reference-subject <rule>',
  'the same of the reference alone (default: as --subject)',
).choices(SUBJECT_RULES);

export const JSON_OPTION = new Option('--json', 'print one JSON object');

/** What the pipeline is told of a command's options. */
export function pipelineOptions({ backend, model }: HarnessOptions): HarnessOptions {
  return { ...(backend && { backend }), ...(model && { model }) };
}
