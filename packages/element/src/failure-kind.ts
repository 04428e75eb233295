import type { FaceVerifyErrorCode } from 'face-verify';

/** What a person can do about a failure is less than there are codes for programs. */
export type FailureKind = 'network' | 'device' | 'setup' | 'other';

const KINDS: Partial<Readonly<Record<FaceVerifyErrorCode, FailureKind>>> = {
  'asset-unavailable': 'network',
  'backend-unavailable': 'device',
  'contract-mismatch': 'setup',
  'embedding-invalid': 'setup',
  'option-invalid': 'setup',
  'topology-mismatch': 'setup',
  'weights-corrupt': 'network',
};

export function failureKind(code: FaceVerifyErrorCode): FailureKind {
  return KINDS[code] ?? 'other';
}
