import type { RunConfig } from '../trainer/run-config.ts';
import { BASE } from './base.ts';

/** The five alignment points. */
export const LANDMARKS_5: RunConfig = {
  ...BASE,
  name: 'landmarks-5',
  task: {
    kind: 'landmarks',
    architecture: 'FivePointNet',
    seed: 1,
    shares: { celeba: 0.5, 'celeba-small': 0.2, utkface: 0.3 },
    jitter: { shiftPx: 7, degrees: 15, scale: 0.15 },
  },
  card: {
    data: 'CelebA and UTKFace, aligned crops',
    teachers: 'MediaPipe FaceLandmarker (Apache-2.0): its points on the original photographs are the labels',
    weaknesses: 'Not measured: faces turned by more than about 45 degrees, masks, infrared.',
    history:
      'Trained to the end of a schedule of 160,000 pictures, then on with a longer one and with the labels of mirrored pictures corrected by half a pixel, so a run from this configuration comes near these weights and does not repeat them.',
  },
  schedule: {
    pictures: 320_000,
    warmUpPictures: 3_200,
    peakRate: 2e-3,
    floorRate: 1e-5,
    batches: [
      { fromPicture: 0, size: 32 },
      { fromPicture: 200_000, size: 64 },
    ],
  },
};
