import { distilledEmbedder, LATER_STAGE } from './distilled-embedder.ts';

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
  task: LATER_STAGE,
  schedule: { pictures: 2_000_000, peakRate: 3.5e-3, batches: [{ fromPicture: 0, size: 64 }] },
  validateEveryPictures: 64_000,
  history: 'Began with the weights that had shipped under this name before.',
  weaknesses:
    'At the threshold for a false match rate of 0.001, pairs of different people within an apparent group of UTKFace (148 to 500 crops of each, kept from the target and from the last 222,000 pictures) reach it at a rate of 0.015 for children up to 12, 0.014 for Asian faces, 0.006 for Black faces, 0.004 for Indian faces and for people from 60 on, 0.001 for White faces, 0.002 for women and for men and for the other ages. Faces turned by more than 30 degrees and faces that were small in their photograph are missed far more often than others. Mostly celebrities in press photographs. Not measured: masks; infrared.',
});
