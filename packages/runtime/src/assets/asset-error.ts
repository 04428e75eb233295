import { FaceVerifyError, type FaceVerifyErrorCode } from '@face-verify/core';

/** In what way a file of the assets folder did not come. */
type AssetFailure =
  | 'refused-by-server'
  | 'page-instead'
  | 'refused-by-policy'
  | 'refused-across-origins'
  | 'unreachable'
  | 'stalled'
  | 'cut-off'
  | 'other-file'
  | 'unlisted'
  | 'not-a-script'
  | 'not-run';

/** What is known of an attempt to get a file. */
export interface AssetAttempt {
  readonly failure: AssetFailure;
  /** HTTP; absent where there was no answer. */
  readonly status?: number;
  /** As the server named it. */
  readonly contentType?: string;
  /** More about this failure, as a sentence without its full stop. */
  readonly what?: string;
  readonly cause?: unknown;
}

const COPY = 'Copy the assets of this version there: npx face-verify assets DIR.';

interface Told {
  readonly code: FaceVerifyErrorCode;
  readonly what: string;
  readonly remedy: string;
}

const TOLD: Readonly<Record<AssetFailure, Told>> = {
  'refused-by-server': {
    code: 'asset-unavailable',
    what: 'the server refused it',
    remedy: `Is "assets" the folder that holds manifest.json? ${COPY}`,
  },
  'page-instead': {
    code: 'asset-unavailable',
    what: 'the server sent a page instead, as many do where there is no file',
    remedy: `Is "assets" the folder that holds manifest.json? ${COPY}`,
  },
  'refused-by-policy': {
    code: 'asset-unavailable',
    what: 'the Content-Security-Policy forbids it',
    remedy: 'Allow the origin of the assets in that directive.',
  },
  'refused-across-origins': {
    code: 'asset-unavailable',
    what: 'its server does not let this origin read it (CORS)',
    remedy: 'Have it send Access-Control-Allow-Origin, or serve the assets from the page’s own origin.',
  },
  unreachable: {
    code: 'asset-unavailable',
    what: 'the request failed',
    remedy: 'The device may be offline, or the server down.',
  },
  stalled: { code: 'asset-unavailable', what: 'nothing more came', remedy: 'The network is too slow, or broken.' },
  'cut-off': { code: 'asset-unavailable', what: 'the answer was cut off', remedy: 'The network is broken.' },
  'other-file': { code: 'asset-corrupt', what: 'it is not the file of this version', remedy: COPY },
  unlisted: { code: 'asset-unavailable', what: 'the manifest does not list it', remedy: COPY },
  'not-a-script': {
    code: 'asset-unavailable',
    what: 'browsers run no script of this type',
    remedy: 'Have the server send .js files as text/javascript.',
  },
  'not-run': {
    code: 'asset-unavailable',
    what: 'the browser did not run it',
    remedy: 'Does its server send it unchanged, also when asked twice?',
  },
};

/** An attempt as the error that names file, address, status and type, and says what to do. */
export function assetError(file: string, url: URL, attempt: AssetAttempt): FaceVerifyError {
  const { failure, status, contentType, cause } = attempt;
  const { code, what, remedy } = TOLD[failure];
  const answer = [status, contentType].filter((fact) => fact !== undefined).join(', ');
  const message = `${file} could not be used: ${attempt.what ?? what}${answer && ` (${answer})`}. ${remedy} Address: ${url.href}`;
  return new FaceVerifyError(code, message, {
    details: {
      file,
      url: url.href,
      failure,
      ...(status !== undefined && { status }),
      ...(contentType !== undefined && { contentType }),
    },
    cause,
  });
}
