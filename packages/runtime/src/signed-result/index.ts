export {
  createResultSigner,
  type DeviceKeyName,
  type ResultSigner,
  type ResultSignerOptions,
  type SignableResult,
  type SignOptions,
} from './create-result-signer.ts';
export type { DevicePublicKey, SignedLiveness, SignedStatement } from './signed-result.ts';
export {
  type CheckedResult,
  type InvalidResultReason,
  type VerifyResultOptions,
  verifyResult,
} from './verify-result.ts';
