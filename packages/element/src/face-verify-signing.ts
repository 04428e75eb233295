import type { SignableResult, SignOptions } from 'face-verify/signed-result';

/** What a signature stands for, beside the result: as `createResultSigner().sign` takes it. */
export type SignedFacts = Required<Pick<SignOptions, 'contract' | 'liveness'>>;

/** Signs a result of mode `verify`, with a nonce that the page's server gave for this attempt. */
export type SignFaceVerifyResult = (result: SignableResult, facts: SignedFacts) => Promise<string>;
