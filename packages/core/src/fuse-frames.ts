import { cosineSimilarity, type Embedding } from './embedding.ts';
import { FaceVerifyError } from './errors.ts';
import { linkedComponents } from './linked-components.ts';
import { type FaceTemplate, fuseTemplate } from './template.ts';

/**
 * The cosine from which on frames are linked in the paper of the progressive learning framework (LFRC 2019).
 * Fits its network; what fits another is read off that network's error rates.
 */
export const PUBLISHED_LINK_SIMILARITY = 0.4;

export interface FuseFramesOptions {
  /**
   * Frames at least this similar are linked: a cosine in [-1, 1]. At -1 every frame is kept.
   * Default {@link PUBLISHED_LINK_SIMILARITY}.
   */
  readonly linkSimilarity?: number | undefined;
  /** What each kept frame counts, see {@link fuseTemplate}; default: all the same. */
  readonly weigh?: (kept: readonly Embedding[]) => readonly number[];
}

/** A template of the subject whom most frames show. */
export interface FusedFrames {
  readonly template: FaceTemplate;
  /** Indices of the frames in the template, ascending. */
  readonly kept: readonly number[];
  /** Indices of the others, ascending: strangers, and frames too poor to tell. */
  readonly dropped: readonly number[];
}

/**
 * Fuses the frames of a film and leaves strangers out: links frames that are similar, keeps the largest
 * connected component (of equally large ones that with the earliest frame) and makes a template of it.
 * Links chain, so a profile may be kept through a half profile; so may a stranger who resembles one frame.
 * The largest component need not be large: callers look at how many frames were kept.
 *
 * @throws {FaceVerifyError} `embedding-invalid` for no frames, or where the kept ones cancel;
 *   `contract-mismatch`; `option-invalid` for a similarity outside [-1, 1] or unusable weights
 */
export function fuseFrames(
  frames: readonly Embedding[],
  { linkSimilarity = PUBLISHED_LINK_SIMILARITY, weigh }: FuseFramesOptions = {},
): FusedFrames {
  if (!(linkSimilarity >= -1 && linkSimilarity <= 1)) {
    throw new FaceVerifyError('option-invalid', 'The similarity that links frames is a cosine in [-1, 1].', {
      details: { linkSimilarity: String(linkSimilarity) },
    });
  }
  const areLinked = (a: number, b: number) =>
    cosineSimilarity(frames[a] as Embedding, frames[b] as Embedding) >= linkSimilarity;
  const kept = linkedComponents(frames.length, areLinked).reduce(
    (largest, component) => (component.length > largest.length ? component : largest),
    [],
  );
  const faces = kept.map((i) => frames[i] as Embedding);
  const dropped = [...frames.keys()].filter((i) => !kept.includes(i));
  return { template: fuseTemplate(faces, weigh?.(faces)), kept, dropped };
}
