import { distilledEmbedder } from './distilled-embedder.ts';

/** The baseline of the papers. */
export const MOBILE_FACE_NET = distilledEmbedder('mobilefacenet', 'MobileFaceNet', 170_000);
