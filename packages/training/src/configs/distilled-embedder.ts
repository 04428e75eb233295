import type { RunConfig } from '../trainer/run-config.ts';
import { BASE } from './base.ts';

/**
 * An embedder distilled from both teachers.
 *
 * @param name - of the run and of its folder in `models/`
 * @param architecture - key of the network registry
 * @param history - how the run left this configuration
 * @param weaknesses - what is known to be weak, and what was not measured
 */
export function distilledEmbedder(
  name: string,
  architecture: string,
  pictures: number,
  history: string,
  weaknesses: string,
): RunConfig {
  return {
    ...BASE,
    name,
    task: {
      kind: 'distillation',
      architecture,
      seed: 1,
      shares: { celeba: 0.3, 'celeba-small': 0.3, utkface: 0.4 },
      weights: { relational: 5, hints: 1 },
    },
    card: {
      data: 'CelebA (aligned crops of 199 labelled identities, and small photographs of about 5,260 people) and UTKFace (23,685 crops, every eighth kept for measuring groups); no identity labels, but UTKFace’s of apparent age, gender and race',
      teachers:
        "dlib's face recognition network (weights in the public domain) and MobileFace V2 (MIT), by distillation: cosine to the target that both make without what groups share, relational, hints",
      weaknesses,
      history,
    },
    schedule: {
      pictures,
      warmUpPictures: 4_000,
      peakRate: 5e-3,
      floorRate: 1e-5,
      batches: [
        { fromPicture: 0, size: 32 },
        { fromPicture: 32_000, size: 64 },
      ],
    },
  };
}
