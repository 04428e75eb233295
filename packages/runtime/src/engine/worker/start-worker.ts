import { FaceVerifyError } from '@face-verify/core';
import { ENGINE_WORKER_NAME } from './messages.ts';

/** The part of `globalThis.trustedTypes` that is used. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** A page's content security policy allows it by this name: `trusted-types face-verify`. */
const POLICY_NAME = 'face-verify';

/**
 * Starts a module as a worker. One of another origin is imported by a script of the page's own, since browsers start
 * workers of none but the page's.
 *
 * @throws {FaceVerifyError} `backend-unavailable` where the page may not start workers; that the script cannot be loaded
 *   is told by the worker's `error` event
 */
export function startWorker(script: string): Worker {
  const foreign = new URL(script).origin !== globalThis.origin;
  const url = foreign ? importingScript(script) : script;
  try {
    return new Worker(trusted(url), { type: 'module', name: ENGINE_WORKER_NAME });
  } catch (cause) {
    throw noWorker('The page’s content security policy lets it start no worker.', cause);
  }
}

/** @param why - a sentence */
export function noWorker(why: string, cause?: unknown): FaceVerifyError {
  return new FaceVerifyError('backend-unavailable', why, { details: { missing: 'worker' }, cause });
}

/** It is never revoked: the browser reads it whenever it comes to it. */
function importingScript(script: string): string {
  const source = `import ${JSON.stringify(script)};`;
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}

/** @returns the address in the wrapping that pages with Trusted Types insist on */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return url;
  policy ??= trustedTypes.createPolicy(POLICY_NAME, { createScriptURL: (given) => given });
  return policy.createScriptURL(url);
}

/** Of the page, which lets a policy be made once. */
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;
