/** When a page fetches which of the assets. */
const FETCHES: readonly { readonly when: string; readonly paths: RegExp }[] = [
  { when: 'always', paths: /^(manifest\.json|engine\.js|models\/(face-points\/|blazeface-short-range\/card\.json))/ },
  { when: 'always: the default model', paths: /^models\/convfacenext-ps\// },
  { when: 'where WASM runs', paths: /^tfjs\// },
  { when: 'where there is a GPU', paths: /^engine-webgpu\.js$/ },
  { when: 'unless the light detector was asked for', paths: /^mediapipe\// },
  { when: 'with the light detector', paths: /^models\/blazeface-short-range\/weights/ },
  { when: 'where it is asked for', paths: /^models\/mobilefacenet\// },
  { when: 'by pages without a build', paths: /^face-verify(-element)?\.js$/ },
  { when: 'never: terms', paths: /-licences\.md$/ },
];

const ALWAYS = ['always', 'always: the default model', 'where WASM runs'];
const FIRST = {
  light: [...ALWAYS, 'with the light detector'],
  mediapipe: [...ALWAYS, 'unless the light detector was asked for'],
} as const;

/** @param path - below the folder of assets */
export function fetchedWhen(path: string): string {
  const { when } = FETCHES.find(({ paths }) => paths.test(path)) ?? {};
  if (when === undefined) throw new Error(`Nobody said who fetches ${path}.`);
  return when;
}

/** Whether a page fetches it before it has verified for the first time, on WASM, with the default model. */
export function isOfFirstUse(path: string, detector: 'light' | 'mediapipe'): boolean {
  return FIRST[detector].includes(fetchedWhen(path));
}
