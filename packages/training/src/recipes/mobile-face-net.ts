import { distilledEmbedder, SECOND_STAGE } from './distilled-embedder.ts';

/** How the first run left its configuration. */
const FIRST_HISTORY =
  'first 104,000 pictures were learned from teacher D alone, with teacher M as a second task, on a schedule that was shortened while it ran (from 250,000 pictures to 170,000 at 27,000, to 120,000 at 52,000, to 104,000 at 82,000), and with the UTKFace crops that are now kept for measuring groups; 12,600 more on a schedule of 230,000.';

/** From nothing, led by teacher M's inner maps. */
export const MOBILE_FACE_NET_FIRST = distilledEmbedder({
  name: 'mobilefacenet-first',
  architecture: 'MobileFaceNet',
  schedule: { pictures: 158_000 },
  history: `The ${FIRST_HISTORY} So a run from this configuration comes near these weights and does not repeat them.`,
  weaknesses: 'A stage on the way to mobilefacenet; not to be used.',
});

/** The baseline of the papers. */
export const MOBILE_FACE_NET = distilledEmbedder({
  name: 'mobilefacenet',
  architecture: 'MobileFaceNet',
  startFrom: MOBILE_FACE_NET_FIRST.name,
  task: { ...SECOND_STAGE, keptNormsFrom: 115_000 },
  schedule: { pictures: 168_000, peakRate: 4e-3, batches: [{ fromPicture: 0, size: 64 }] },
  history: `Began with what a first run of 158,000 pictures had learned, as it shipped. This run was shortened from 180,000 to 168,000 pictures at picture 82,240, from where each batch was computed in two shares. Of the first run: its ${FIRST_HISTORY} So a run from these configurations does not repeat these weights.`,
  weaknesses:
    'At the threshold for a false match rate of 0.001, pairs of different people within an apparent group of UTKFace (148 to 500 crops of each, kept from the target and from the last 222,000 pictures) reach it at a rate of 0.015 for children up to 12, 0.014 for Asian faces, 0.006 for Black faces, 0.004 for Indian faces and for people from 60 on, 0.001 for White faces, 0.002 for women and for men and for the other ages. Faces turned by more than 30 degrees and faces that were small in their photograph are missed far more often than others. Mostly celebrities in press photographs. Not measured: masks; infrared.',
});
