/** Hears what the Content-Security-Policy of this page or worker refuses while something is tried. */
export class PolicyWatch {
  readonly #target: EventTarget = globalThis.document ?? globalThis;
  readonly #refused: SecurityPolicyViolationEvent[] = [];

  constructor() {
    this.#target.addEventListener('securitypolicyviolation', this.#note);
  }

  /**
   * The directive that refused it, e.g. `connect-src`; undefined where none did.
   *
   * @param blocked - an address, or `wasm-eval`
   */
  async directiveAgainst(blocked: string): Promise<string | undefined> {
    // A refusal is told in a task of its own, which may come after that of the failure.
    await new Promise((resolve) => setTimeout(resolve));
    return this.#refused.find((refusal) => refusal.blockedURI === blocked)?.effectiveDirective;
  }

  close(): void {
    this.#target.removeEventListener('securitypolicyviolation', this.#note);
  }

  readonly #note = (event: Event) => {
    const refusal = event as SecurityPolicyViolationEvent;
    if (refusal.disposition === 'enforce') this.#refused.push(refusal);
  };
}
