import type { EncodedError } from '@face-verify/core';

/** An answer of the page, as JSON. */
export type HarnessReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: EncodedError };

/** The one entry that a page puts on its window. The caller's types have checked the arguments. */
type CallHarness = (method: string, args: readonly unknown[]) => Promise<HarnessReply<unknown>>;

declare global {
  interface Window {
    callHarness?: CallHarness;
  }
}
