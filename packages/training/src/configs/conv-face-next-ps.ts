import type { RunConfig } from '../trainer/run-config.ts';
import { distilledEmbedder } from './distilled-embedder.ts';

const config = distilledEmbedder('convfacenext-ps', 'ConvFaceNeXt_PS', 460_000);

/** The default embedder. */
export const CONV_FACE_NEXT_PS: RunConfig = {
  ...config,
  card: {
    ...config.card,
    history:
      'The schedule was shortened while it ran (from 400,000 pictures to 200,000 at 58,000, to 176,000 at 116,000; batches of 64 from 64,000 on), so a run from this configuration comes near these weights and does not repeat them.',
  },
};
