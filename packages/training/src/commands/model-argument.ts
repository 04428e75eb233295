import { Argument } from '@face-verify/headless/command-line';

export const MODEL_ARGUMENT = new Argument('[model]', 'folder name in models/ (default: the one that ships)');

/** The model that was named, or the one that ships. */
export async function namedModel(name: string | undefined): Promise<string> {
  // Loaded here: the networks bring TensorFlow.js.
  return name ?? (await import('@face-verify/nets')).DEFAULT_MODEL;
}
