import type { Embedding } from '@face-verify/core';
import type { CropRecord } from '../../data/crop.ts';

/** A crop of a known person, and what the embedder made of it in one condition. */
export interface SeenFace {
  /** Position in the pack: the same in every condition. */
  readonly index: number;
  readonly identity: string;
  readonly record: CropRecord;
  readonly embedding: Embedding;
}
