import { distilledEmbedder } from './distilled-embedder.ts';

/** The default embedder. */
export const CONV_FACE_NEXT_PS = distilledEmbedder('convfacenext-ps', 'ConvFaceNeXt_PS', 176_000);
