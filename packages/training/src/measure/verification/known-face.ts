import type { Embedding } from '@face-verify/core';

/** A face of a known person. */
export interface KnownFace {
  readonly identity: string;
  readonly embedding: Embedding;
}
