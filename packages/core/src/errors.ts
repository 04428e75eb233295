import { safeText } from './safe-text.ts';

/** Every way in which a broken precondition is reported. Closed and stable: applications switch on it. */
export type FaceVerifyErrorCode =
  /** No photograph, a damaged one, or one of a kind that the browser cannot read. */
  | 'image-unreadable'
  /** No pixels: an empty file, a video without a frame, a bitmap that was closed. */
  | 'image-empty'
  /** More bytes or pixels than this library decodes. */
  | 'image-too-large'
  /** A file of the package could not be loaded, or may not be used where the page puts it. */
  | 'asset-unavailable'
  /** A file of the package came, and is not the one that belongs to this version: cut short, changed or replaced. */
  | 'asset-corrupt'
  /** A model's card or weights are not what they have to be, or compute something else. */
  | 'weights-corrupt'
  /** Weights of another network, or of another version of it. */
  | 'topology-mismatch'
  /** Embeddings of different models or preprocessing: enrol again. */
  | 'contract-mismatch'
  /** No embedding or template, or a broken one, from a network or from storage. */
  | 'embedding-invalid'
  /** No gallery, a broken one from storage, one that changed while it was searched, or more than memory holds. */
  | 'gallery-invalid'
  /** An id that no gallery holds, that is taken already, or that is not there. */
  | 'id-invalid'
  /** The browser cannot compute here, or no longer, as after a lost GPU. */
  | 'backend-unavailable'
  /** The points of a face fall together. */
  | 'geometry-degenerate'
  /** The visitor, or the page's policy, does not let the camera be used. */
  | 'camera-permission-denied'
  /** There is no camera, or another program has it. */
  | 'camera-unavailable'
  /** The browser lets nothing be stored here, or its storage does not answer; `details.reason` says which. */
  | 'storage-unavailable'
  /** The disk, or what the browser allows this origin of it, is full; nothing was changed. */
  | 'storage-full'
  /** Something stored was damaged or exchanged, or its key is gone: it can be deleted, but never be read. */
  | 'record-corrupt'
  /** No export of a vault, a damaged one, or one whose passphrase is another. */
  | 'export-unreadable'
  /** An option that is out of range, or that the model does not have. */
  | 'option-invalid'
  /** The caller's own signal was aborted. */
  | 'aborted'
  /** The verifier has been disposed of. */
  | 'disposed'
  /** A mistake of this library; please report it. */
  | 'internal';

type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/**
 * The one error class. It never holds pixels, embeddings or templates, so it is safe to log: anything that may be the
 * content of a file is cut out of `message` and of the texts in `details`, and both are kept short.
 *
 * `cause` is the error underneath, for debugging: the original if its text is safe and it has no fields of its own,
 * otherwise a copy of its name, message and stack with the same contents cut out. An object that is no error is left
 * out. Neither `toString()` nor JSON shows the cause.
 */
export class FaceVerifyError extends Error {
  readonly code: FaceVerifyErrorCode;
  readonly details: ErrorDetails;

  constructor(
    code: FaceVerifyErrorCode,
    message: string,
    options: { details?: Record<string, string | number | boolean>; cause?: unknown } = {},
  ) {
    super(safeText(message), { cause: safeCause(options.cause) });
    this.name = 'FaceVerifyError';
    this.code = code;
    const details = Object.entries(options.details ?? {}).map(
      ([name, value]) => [name, typeof value === 'string' ? safeText(value) : value] as const,
    );
    this.details = Object.freeze(Object.fromEntries(details));
  }

  /** What `JSON.stringify` writes: everything but the cause and the stack. */
  toJSON(): { name: string; code: FaceVerifyErrorCode; message: string; details: ErrorDetails } {
    const { name, code, message, details } = this;
    return { name, code, message, details };
  }
}

/**
 * The error as a coded one: itself, one of another copy of this library as one of this, otherwise `fallback` with the
 * error as its cause. An `AbortError` is not taken for
 * the caller's abort: browsers also throw it when a GPU is lost.
 */
export function toFaceVerifyError(error: unknown, fallback: FaceVerifyErrorCode): FaceVerifyError {
  if (error instanceof FaceVerifyError) return error;
  if (isOfAnotherCopy(error)) {
    const { code, message, details, cause } = error;
    const plain = Object.entries(details).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
    return new FaceVerifyError(code, message, { details: Object.fromEntries(plain), cause });
  }
  const message = messageOf(error) ?? (typeof error === 'string' ? error : 'Something other than an error was thrown.');
  return new FaceVerifyError(fallback, message, { cause: error });
}

/** As in the bundle of the engine, which has a class of its own. */
function isOfAnotherCopy(error: unknown): error is FaceVerifyError {
  if (!(error instanceof Error && error.name === 'FaceVerifyError')) return false;
  const { code, details } = error as { code?: unknown; details?: unknown };
  return typeof code === 'string' && typeof details === 'object' && details !== null;
}

/** Errors below each other that are looked at; the rest is left out. */
const MAX_CAUSES = 8;

/** What errors have by themselves: of every engine, of Firefox, of Safari. A log prints any other field, too. */
const ERROR_FIELDS: ReadonlySet<PropertyKey> = new Set([
  ...['name', 'message', 'stack', 'cause'],
  ...['fileName', 'lineNumber', 'columnNumber'],
  ...['sourceURL', 'line', 'column'],
]);

function safeCause(cause: unknown, depth = 0): unknown {
  if (typeof cause === 'string') return safeText(cause);
  if (cause === null || ['number', 'bigint', 'boolean'].includes(typeof cause)) return cause;
  const message = messageOf(cause);
  if (message === undefined || depth === MAX_CAUSES) return undefined;
  const error = cause as Error;
  const safe = safeText(message);
  const deeper = safeCause(error.cause, depth + 1);
  if (safe === message && deeper === error.cause && hasOnlySafeFields(error)) return error;
  const copy = new Error(safe, { cause: deeper });
  copy.name = safeText(String(error.name));
  // Engines that write the message into the stack write it whole.
  copy.stack = typeof error.stack === 'string' ? error.stack.split(message).join(safe) : '';
  return copy;
}

/** Whether nothing hangs on an error, whose message and cause are safe, that a log should not print. */
function hasOnlySafeFields(error: Error): boolean {
  return Reflect.ownKeys(error).every((field) => {
    if (!ERROR_FIELDS.has(field)) return false;
    const value: unknown = Reflect.get(error, field);
    if (field === 'stack') return value === undefined || typeof value === 'string';
    return field === 'cause' || typeof value === 'number' || (typeof value === 'string' && safeText(value) === value);
  });
}

/** The message of an error, which may be of another window. */
function messageOf(error: unknown): string | undefined {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' ? message : undefined;
}
