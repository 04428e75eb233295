import { distilledEmbedder } from './distilled-embedder.ts';

/** The default embedder. */
export const CONV_FACE_NEXT_PS = distilledEmbedder(
  'convfacenext-ps',
  'ConvFaceNeXt_PS',
  830_000,
  'The first 181,000 pictures were learned with AdamW at 2e-3, to the end of a schedule of 176,000 with batches of 16 at first; the rest with Muon, on schedules of 436,000, 700,000, 740,000 and 830,000 pictures, each lengthened while it ran. Up to picture 514,000 the target was teacher D alone, with teacher M as a second task, and the pictures had the UTKFace crops that are now kept for measuring groups. So a run from this configuration does not repeat these weights.',
  'At the threshold for a false match rate of 0.001, pairs of different people within an apparent group of UTKFace (148 to 500 crops of each, kept from the target and from the last 316,000 pictures) reach it at a rate of 0.012 for Asian, 0.011 for children up to 12, 0.003 for Black faces and for those from 60 on, 0.002 for Indian, 0.001 for White faces, women, men and the other ages. Faces turned by more than 30 degrees and faces that were small in their photograph are missed far more often than others. Mostly celebrities in press photographs. Not measured: masks; infrared.',
);
