import type { RunConfig } from '../trainer/run-config.ts';
import { BASE } from './base.ts';

/** The points of eyes, eyelids, nose, lips, forehead and chin. */
export const FACE_POINTS: RunConfig = {
  ...BASE,
  name: 'face-points',
  task: {
    kind: 'landmarks',
    architecture: 'FacePointNet',
    seed: 1,
    shares: { celeba: 0.45, 'celeba-small': 0.25, utkface: 0.3 },
    jitter: { shiftPx: 7, degrees: 15, scale: 0.15 },
  },
  card: {
    data: 'CelebA and UTKFace, aligned crops',
    teachers: 'MediaPipe FaceLandmarker (Apache-2.0): its points on the crops are the labels',
    weaknesses: 'Not measured: faces turned by more than about 45 degrees, masks, infrared.',
  },
  schedule: {
    pictures: 220_000,
    warmUpPictures: 3_200,
    peakRate: 5e-3,
    floorRate: 1e-5,
    batches: [{ fromPicture: 0, size: 64 }],
  },
};
