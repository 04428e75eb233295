import { distilledEmbedder } from './distilled-embedder.ts';

/** The default embedder. */
export const CONV_FACE_NEXT_PS = distilledEmbedder(
  'convfacenext-ps',
  'ConvFaceNeXt_PS',
  436_000,
  'The first 181,000 pictures were learned with AdamW at 2e-3, to the end of a schedule of 176,000 with batches of 16 at first; the rest with Muon on a schedule of 460,000 pictures, shortened to 436,000 at 340,000. So a run from this configuration does not repeat these weights.',
  'False matches differ strongly by apparent group. At the threshold for a false match rate of 0.001, pairs of different people within a group of UTKFace reach it at a rate of 0.36 for children up to 12, 0.24 for Asian, 0.083 for Black, 0.035 for Indian, 0.009 for White faces; 0.032 for female, 0.018 for male (500 crops of each, which training had seen). Mostly celebrities in press photographs. Not measured: masks; infrared.',
);
