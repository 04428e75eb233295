/** What a signature stands for, beside the result. */
export interface SignedFacts {
  /** Of the verifier that decided. */
  readonly contract: string;
  readonly liveness: 'passed' | 'failed' | 'not-checked';
}

/** Signs a result of mode `verify`, with a nonce that the page's server gave for this attempt. */
export type SignFaceVerifyResult = (result: SignableOutcome, facts: SignedFacts) => Promise<string>;

/** What `createResultSigner().sign` takes. */
export type SignableOutcome =
  | {
      readonly outcome: 'match' | 'non-match';
      readonly similarity: number;
      readonly threshold: { readonly fmr: number | 'unknown' };
    }
  | { readonly outcome: 'inconclusive'; readonly reason: string };
