import type { FaceVerifyErrorCode } from '@face-verify/core';

/** An answer of the page; exceptions do not keep their code on the way. */
export type HarnessReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: FaceVerifyErrorCode;
        readonly message: string;
        readonly details: Readonly<Record<string, string | number | boolean>>;
      };
    };

/** The one entry that a page puts on its window. The caller's types have checked the arguments. */
type CallHarness = (method: string, args: readonly unknown[]) => Promise<HarnessReply<unknown>>;

declare global {
  interface Window {
    callHarness?: CallHarness;
  }
}
