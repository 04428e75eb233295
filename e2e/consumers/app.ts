import { readFileSync } from 'node:fs';
import { fixturePath } from '@face-verify/testkit/node';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface AppScript {
  /** Where the package is imported from. */
  readonly from?: string;
  /** Options of `createFaceVerifier`, as they stand in a script. */
  readonly options?: string;
  /** Statements before and after the verifier's work. */
  readonly before?: string;
  readonly after?: string;
}

/**
 * A module that verifies two pairs of rendered people when its `start` is called, and writes what came of it where tests
 * find it: into `data-result` of the page; in a worker, into a message.
 */
export function appModule({ from = 'face-verify', options = '{}', before = '', after = '' }: AppScript = {}): string {
  return `import { createFaceVerifier } from '${from}';

export async function start() {
  const place = globalThis.document?.baseURI ?? new URL('/', location.href).href;
  const write = (result) =>
    globalThis.document
      ? document.documentElement.setAttribute('data-result', JSON.stringify(result))
      : postMessage(result);
  try {
    write(await verify(place));
  } catch (error) {
    write({ error: String(error.message ?? error), code: error.code });
  }
}

async function verify(place) {
  ${before}
  const load = async (name) => (await fetch(new URL('photographs/' + name, place))).blob();
  const verifier = await createFaceVerifier(${options});
  const outcomeOf = async (probe, reference) => {
    const { result } = await verifier.verify(await load(probe), await load(reference));
    return result.outcome;
  };
  const result = {
    same: await outcomeOf('ada-front.jpg', 'ada-smiling.jpg'),
    different: await outcomeOf('ada-front.jpg', 'dieter-front.jpg'),
    runsIn: verifier.engine.runsIn,
  };
  verifier.dispose();
  ${after}
  return result;
}
`;
}

/** {@link appModule}, started. */
export function appScript(script: AppScript = {}): string {
  return `${appModule(script)}\nvoid start();\n`;
}

/** What an app reports where all is well. */
export const VERIFIED = { same: 'match', different: 'non-match', runsIn: 'worker' } as const;

/** A page with these tags in its head. */
export function appPage(...head: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A consumer</title>
    <link rel="icon" href="data:," />
    ${head.join('\n    ')}
  </head>
  <body></body>
</html>
`;
}

const PHOTOGRAPHS = ['ada-front.jpg', 'ada-smiling.jpg', 'dieter-front.jpg'].map(
  (name) => [name, readFileSync(fixturePath(name))] as const,
);

/** The rendered people, below a folder. */
export function photographsIn(folder: string): Files {
  return Object.fromEntries(PHOTOGRAPHS.map(([name, bytes]) => [`${folder}photographs/${name}`, bytes]));
}

/** Of all photographs. */
export const PHOTOGRAPHS_BYTES = PHOTOGRAPHS.reduce((sum, [, { length }]) => sum + length, 0);
