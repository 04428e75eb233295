import { encodeError } from '@face-verify/core';

/** Lets Node call a page's methods: plain JSON goes in and comes out, errors as their code. */
export function exposeHarness(harness: object): void {
  window.callHarness = async (method, args) => {
    try {
      // The caller's types have checked method and arguments.
      const call = harness[method as keyof typeof harness] as (...args: readonly unknown[]) => Promise<unknown>;
      return { ok: true, value: await call.apply(harness, [...args]) };
    } catch (thrown) {
      return { ok: false, error: encodeError(thrown) };
    }
  };
}
