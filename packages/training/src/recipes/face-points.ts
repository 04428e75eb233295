import { STANDARD_AUGMENTATION } from '../data/augment.ts';
import type { RunConfig } from '../learn/trainer/run-config.ts';
import { BASE } from './base.ts';

/** Presence, pose and the points' error, read from the maps of the points that ship. */
export const FACE_POINTS: RunConfig = {
  ...BASE,
  name: 'face-points',
  startFrom: 'face-points',
  terms: {
    permittedUse: 'non-commercial-research',
    text: 'Trained on crops of CelebA, UTKFace, All-Age-Faces and MEBeauty, which are for non-commercial research: these weights are for research and evaluation until they are retrained on data of your own.',
  },
  task: {
    kind: 'points',
    architecture: 'FacePointNet',
    seed: 1,
    shares: { celeba: 0.3, 'celeba-people': 0.36, 'all-age-faces': 0.16, mebeauty: 0.1, 'utkface-part': 0.08 },
    kept: ['points'],
    facelessShare: 0.45,
    keptNormsFrom: 0,
    jitter: { shiftPx: 10, degrees: 15, scale: 0.15 },
    augmentation: {
      ...STANDARD_AUGMENTATION,
      colour: 0.2,
      greyProbability: 0.1,
      resampleProbability: 0.15,
      motionBlurProbability: 0.05,
      occlusionProbability: 0.08,
    },
  },
  card: {
    data: 'CelebA, All-Age-Faces, MEBeauty and UTKFace, aligned crops; for what has no face, also pictures of animals, plants and things from the Debian packages tuxpaint-stamps-default, gnome-backgrounds and mate-backgrounds',
    teachers: 'MediaPipe FaceLandmarker (Apache-2.0): its points and its pose on the crops are the labels',
    history:
      'The points are those of the weights that shipped before, value for value: 556,000 pictures of CelebA and UTKFace, of which the last 336,000 were mostly straight faces. Presence, pose and the expected error are linear in the map that those points are read from. They were fitted to 65,536 pictures, drawn nearly as this configuration draws them, each as one convex problem by L-BFGS (logistic for presence, pseudo-Huber for the others, with a penalty on the squares of the weights, which a tenth of the pictures chose) instead of by steps. A run from this configuration goes on from them and does not repeat them.',
    weaknesses:
      'Presence: faces stretched in width by less than a fifth are taken for faces, and of those stretched more some still are. Not measured: faces turned by more than about 45 degrees, masks, infrared.',
  },
  schedule: {
    pictures: 60_000,
    warmUpPictures: 2_000,
    peakRate: 3e-4,
    floorRate: 1e-5,
    batches: [{ fromPicture: 0, size: 64 }],
  },
};
