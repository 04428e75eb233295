import { distilledEmbedder } from './distilled-embedder.ts';

/** The baseline of the papers. */
export const MOBILE_FACE_NET = distilledEmbedder(
  'mobilefacenet',
  'MobileFaceNet',
  158_000,
  'The first 104,000 pictures were learned from teacher D alone, with teacher M as a second task, on a schedule that was shortened while it ran (from 250,000 pictures to 170,000 at 27,000, to 120,000 at 52,000, to 104,000 at 82,000). So a run from this configuration comes near these weights and does not repeat them.',
  'Mostly celebrities in press photographs. Not measured: error rates by age, gender or ethnicity, which differ strongly for ConvFaceNeXt_PS from the same data; children; masks; infrared.',
);
