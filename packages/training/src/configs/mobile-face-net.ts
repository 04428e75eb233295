import { distilledEmbedder } from './distilled-embedder.ts';

/** The baseline of the papers. */
export const MOBILE_FACE_NET = distilledEmbedder({
  name: 'mobilefacenet',
  architecture: 'MobileFaceNet',
  schedule: { pictures: 158_000 },
  history:
    'The first 104,000 pictures were learned from teacher D alone, with teacher M as a second task, on a schedule that was shortened while it ran (from 250,000 pictures to 170,000 at 27,000, to 120,000 at 52,000, to 104,000 at 82,000), and with the UTKFace crops that are now kept for measuring groups; 12,600 more on a schedule of 230,000. So a run from this configuration comes near these weights and does not repeat them.',
  weaknesses:
    'At the threshold for a false match rate of 0.001, pairs of different people within an apparent group of UTKFace (148 to 400 crops of each, aligned by stored points, kept from the target and from the last 54,000 pictures) reach it at a rate of 0.023 for children up to 12, 0.021 for Asian, 0.006 for Black, 0.004 for Indian, 0.001 for White faces, 0.002 for women and for men. Mostly celebrities in press photographs. Not measured: masks; infrared.',
});
