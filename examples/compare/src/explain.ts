import type { CaptureRefusal, FaceVerifyErrorCode } from 'face-verify';
import { SIDE_LABEL, type Side } from './photograph.ts';

interface Explanation {
  readonly what: string;
  readonly whatToDo: string;
}

const INTERNAL: Explanation = {
  what: 'Something went wrong inside the verifier.',
  whatToDo: 'Reload the page and try again.',
};

/** The codes that can reach a page. */
const ERRORS: Readonly<Partial<Record<FaceVerifyErrorCode, Explanation>>> = {
  'image-unreadable': {
    what: 'This file could not be read as a photograph.',
    whatToDo: 'Use a JPEG, PNG or WebP. HEIC photographs can be exported as JPEG first.',
  },
  'image-empty': { what: 'This file holds no photograph.', whatToDo: 'Choose another photograph.' },
  'image-too-large': {
    what: 'This photograph is too large to be opened safely.',
    whatToDo: 'Save a smaller copy and use that one.',
  },
  'asset-unavailable': {
    what: 'A part of the verifier could not be loaded.',
    whatToDo: 'Check that the page is still being served, then load again.',
  },
  'asset-corrupt': {
    what: 'A part of the verifier is not the one that belongs to it, and was not used.',
    whatToDo: 'Load again. If it happens again, the served files are not the published ones.',
  },
  'weights-corrupt': {
    what: 'The model arrived damaged and was not used.',
    whatToDo: 'Load again. If it happens again, the served files are not the published ones.',
  },
  'topology-mismatch': {
    what: 'The model belongs to another version of this software and was not used.',
    whatToDo: 'Serve the model that came with this version.',
  },
  'contract-mismatch': {
    what: 'The two faces were measured by different models and cannot be compared.',
    whatToDo: 'Add both photographs again.',
  },
  'embedding-invalid': {
    what: 'The model gave no usable answer for this photograph.',
    whatToDo: 'Try another photograph, or another backend.',
  },
  'backend-unavailable': {
    what: 'This browser, as it is set up, cannot look for faces.',
    whatToDo: 'Use a current Chrome, Edge, Firefox or Safari, and let this site read canvases.',
  },
  'geometry-degenerate': {
    what: 'The face could not be straightened: its points fall together.',
    whatToDo: 'Use a photograph that shows the face from the front.',
  },
  'camera-permission-denied': {
    what: 'The camera is blocked for this page.',
    whatToDo: 'Allow the camera in the address bar and try again, or choose a photograph instead.',
  },
  'camera-unavailable': {
    what: 'No camera could be used.',
    whatToDo: 'Connect a camera, or close the program that is using it, and try again.',
  },
  aborted: { what: 'The comparison was stopped.', whatToDo: 'Add the photographs again.' },
  disposed: { what: 'The verifier has been shut down.', whatToDo: 'Reload the page.' },
  internal: INTERNAL,
};

/** What went wrong and what the visitor can do about it. */
export function explainError(code: FaceVerifyErrorCode): Explanation {
  return ERRORS[code] ?? INTERNAL;
}

const REFUSALS: Readonly<Record<CaptureRefusal, (where: string) => Explanation>> = {
  'no-face': (where) => ({
    what: `No face was found in the ${where}.`,
    whatToDo: 'Use one that shows the face from the front, in good light and uncovered.',
  }),
  'multiple-faces': (where) => ({
    what: `More than one face was found in the ${where}.`,
    whatToDo: 'Cut it down to the one person you mean.',
  }),
  'face-too-small': (where) => ({
    what: `The face in the ${where} is too small to compare.`,
    whatToDo: 'Use a photograph taken from nearer, or in a higher resolution.',
  }),
  'face-cut-off': (where) => ({
    what: `Part of the face lies outside the ${where}.`,
    whatToDo: 'Use a photograph that shows the whole face.',
  }),
  'face-too-dark': (where) => ({
    what: `The face in the ${where} is too dark to compare.`,
    whatToDo: 'Use one with light on the face.',
  }),
  'face-too-bright': (where) => ({
    what: `The face in the ${where} is overexposed.`,
    whatToDo: 'Use one taken in softer light, without flash.',
  }),
  'face-blurred': (where) => ({
    what: `The face in the ${where} is out of focus or moved.`,
    whatToDo: 'Use a sharper one: clean the lens and hold still.',
  }),
  'face-covered': (where) => ({
    what: `Part of the face in the ${where} is covered or made unrecognisable.`,
    whatToDo: 'Use one without mask, sunglasses or pixelation.',
  }),
  'face-turned': (where) => ({
    what: `The face in the ${where} looks too far to a side, up or down.`,
    whatToDo: 'Use one that shows the face from the front.',
  }),
  'face-distorted': (where) => ({
    what: `The face in the ${where} looks stretched.`,
    whatToDo: 'Use the original, in the proportions that it was taken in.',
  }),
  'face-uncertain': (where) => ({
    what: `The face in the ${where} can hardly be made out.`,
    whatToDo: 'Use one that shows the face upright and clearly, in white light.',
  }),
};

/** Why a photograph gave nothing to compare, and what the visitor can do about it. */
export function explainRefusal(reason: CaptureRefusal, side: Side): Explanation {
  return REFUSALS[reason](SIDE_LABEL[side].toLowerCase());
}

export const NOT_TRAINED: Explanation = {
  what: 'This model has no measured threshold yet, so it cannot decide.',
  whatToDo: 'The faces and points shown are real; an outcome needs a trained model.',
};
