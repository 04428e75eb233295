import { createHash } from 'node:crypto';
import type { RgbImage } from '@face-verify/core';

/** What the pipeline made of one image. */
export type ImageOutcome =
  /** The embedding as `embeddingCodec` writes it as text. */
  | { readonly outcome: 'captured'; readonly embedding: string }
  | { readonly outcome: 'refused'; readonly reason: string };

/** Names an image by its pixels. */
export function imageName({ widthPx, heightPx, data }: RgbImage): string {
  return createHash('sha256').update(`${widthPx}×${heightPx} `).update(data).digest('hex').slice(0, 24);
}
