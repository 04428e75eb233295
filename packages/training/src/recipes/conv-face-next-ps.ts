import { distilledEmbedder, SECOND_STAGE } from './distilled-embedder.ts';

/** How the first run left its configuration. */
const FIRST_HISTORY =
  'first 181,000 pictures were learned with AdamW at 2e-3, to the end of a schedule of 176,000 with batches of 16 at first; the rest with Muon, on schedules of 436,000, 700,000, 740,000 and 830,000 pictures, each lengthened while it ran. Up to picture 514,000 the target was teacher D alone, with teacher M as a second task, and the pictures had the UTKFace crops that are now kept for measuring groups.';

/** From nothing, led by teacher M's inner maps. */
export const CONV_FACE_NEXT_PS_FIRST = distilledEmbedder({
  name: 'convfacenext-ps-first',
  architecture: 'ConvFaceNeXt_PS',
  schedule: { pictures: 830_000 },
  history: `The ${FIRST_HISTORY} So a run from this configuration does not repeat these weights.`,
  weaknesses: 'A stage on the way to convfacenext-ps; not to be used.',
});

/** The default embedder. */
export const CONV_FACE_NEXT_PS = distilledEmbedder({
  name: 'convfacenext-ps',
  architecture: 'ConvFaceNeXt_PS',
  startFrom: CONV_FACE_NEXT_PS_FIRST.name,
  task: { ...SECOND_STAGE, keptNormsFrom: 200_000 },
  schedule: { pictures: 300_000, peakRate: 2.5e-3, batches: [{ fromPicture: 0, size: 64 }] },
  history: `Began with what a first run of 830,000 pictures had learned (configuration convfacenext-ps-first). This run was lengthened from 260,000 to 300,000 pictures at picture 99,648, after having been shortened from 340,000 at picture 34,816. Of the first run: its ${FIRST_HISTORY} So a run from these configurations does not repeat these weights.`,
  weaknesses:
    'At the threshold for a false match rate of 0.001, pairs of different people within an apparent group of UTKFace (148 to 500 crops of each, kept from the target and from the last 616,000 pictures) reach it at a rate of 0.011 for Asian faces and for children up to 12, 0.004 for Black faces, 0.003 for Indian faces and for people from 60 on, 0.001 for White faces, 0.002 for women and for men, 0.001 to 0.002 for the other ages. Faces turned by more than 30 degrees and faces that were small in their photograph are missed far more often than others. Mostly celebrities in press photographs. Not measured: masks; infrared.',
});
