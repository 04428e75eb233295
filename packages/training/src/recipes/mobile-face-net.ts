import { DAMAGED_STAGE, distilledEmbedder } from './distilled-embedder.ts';

/** From nothing, led by the inner maps of MobileFace V2. */
export const MOBILE_FACE_NET_FIRST = distilledEmbedder({
  name: 'mobilefacenet-first',
  architecture: 'MobileFaceNet',
  schedule: { pictures: 158_000 },
  history:
    'No weights that ship were made by this configuration as it is: those of mobilefacenet learned 326,000 pictures of CelebA and UTKFace with the joint target of dlib’s face recognition network and MobileFace V2, as their card says.',
  weaknesses: 'A stage on the way to mobilefacenet; not to be used.',
});

/** The baseline of the papers: what its next weights are to be made by. */
export const MOBILE_FACE_NET = distilledEmbedder({
  name: 'mobilefacenet',
  architecture: 'MobileFaceNet',
  // The model that ships under this name.
  startFrom: 'mobilefacenet',
  task: DAMAGED_STAGE,
  schedule: { pictures: 2_000_000, peakRate: 3.5e-3, batches: [{ fromPicture: 0, size: 64 }] },
  validateEveryPictures: 64_000,
  history: 'Began with the weights that had shipped under this name before.',
  // The card of the weights that ship has group rates; those of the next are not known before they are measured.
  weaknesses:
    'How much more often two people of one apparent group match falsely has not been measured of these weights. Faces turned by more than 30 degrees and faces that were small in their photograph are missed far more often than others. Mostly celebrities in press photographs. Not measured: masks; infrared.',
});
