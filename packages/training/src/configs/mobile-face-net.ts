import { distilledEmbedder } from './distilled-embedder.ts';

/** The baseline of the papers; not trained to its end yet. */
export const MOBILE_FACE_NET = distilledEmbedder('mobilefacenet', 'MobileFaceNet', 176_000);
