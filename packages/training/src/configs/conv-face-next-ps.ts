import { distilledEmbedder } from './distilled-embedder.ts';

/** The default embedder. */
export const CONV_FACE_NEXT_PS = distilledEmbedder(
  'convfacenext-ps',
  'ConvFaceNeXt_PS',
  436_000,
  'The first 181,000 pictures were learned with AdamW at 2e-3, to the end of a schedule of 176,000 with batches of 16 at first; the rest with Muon on a schedule of 460,000 pictures, shortened to 436,000 at 340,000. So a run from this configuration does not repeat these weights.',
);
