import { distilledEmbedder, LATER_STAGE } from './distilled-embedder.ts';

/** What the weights had learned before there were the sets and the targets of today. */
const EARLIER =
  '1.13 million pictures of CelebA and UTKFace with the joint target of dlib’s face recognition network and MobileFace V2, in two stages';

/** From nothing, led by the inner maps of MobileFace V2. */
export const CONV_FACE_NEXT_PS_FIRST = distilledEmbedder({
  name: 'convfacenext-ps-first',
  architecture: 'ConvFaceNeXt_PS',
  schedule: { pictures: 830_000 },
  history: `No weights that ship were made by this configuration as it is: those of convfacenext-ps began with ${EARLIER}.`,
  weaknesses: 'A stage on the way to convfacenext-ps; not to be used.',
});

/** The default embedder. */
export const CONV_FACE_NEXT_PS = distilledEmbedder({
  name: 'convfacenext-ps',
  architecture: 'ConvFaceNeXt_PS',
  // The model that ships under this name.
  startFrom: 'convfacenext-ps',
  seed: 11,
  task: LATER_STAGE,
  schedule: { pictures: 480_000, peakRate: 3.5e-3, batches: [{ fromPicture: 0, size: 64 }] },
  validateEveryPictures: 64_000,
  history: `Began with the weights that had shipped under this name before, which had learned ${EARLIER}. The 480,000 pictures of this stage were learned on two cores of a Xeon with AMX in two hours.`,
  weaknesses:
    'At the threshold for a false match rate of 0.001, pairs of different people within an apparent group of UTKFace (147 to 500 crops of each, never learned from) reach it at a rate of 0.012 for children up to 12, 0.011 for Asian faces, 0.010 for Indian faces, 0.008 for Black faces, 0.007 for people from 13 to 19, 0.006 for women, 0.004 for men and for other ages, 0.003 for White faces. Faces turned by more than 30 degrees and faces that were small in their photograph are missed far more often than others. Rendered and drawn faces resemble each other far more than real ones. Mostly celebrities in press photographs. Not measured: masks; infrared.',
});
