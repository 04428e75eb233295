import { DAMAGED_STAGE, distilledEmbedder, LATER_STAGE } from './distilled-embedder.ts';

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

/** On the sets and targets of today, at a high rate: what is learned per picture is most there. */
export const CONV_FACE_NEXT_PS_SECOND = distilledEmbedder({
  name: 'convfacenext-ps-second',
  architecture: 'ConvFaceNeXt_PS',
  // The model that ships under this name.
  startFrom: 'convfacenext-ps',
  seed: 41_526,
  task: LATER_STAGE,
  schedule: { pictures: 3_000_000, peakRate: 2.5e-3, batches: [{ fromPicture: 0, size: 64 }] },
  validateEveryPictures: 64_000,
  history: `Began with ${EARLIER}, and 480,000 pictures of the sets and targets of today.`,
  weaknesses: 'A stage on the way to convfacenext-ps; not to be used.',
});

/** The default embedder. */
export const CONV_FACE_NEXT_PS = distilledEmbedder({
  name: 'convfacenext-ps',
  architecture: 'ConvFaceNeXt_PS',
  startFrom: 'convfacenext-ps-second',
  keptOfStart: 0.25,
  seed: 12,
  task: DAMAGED_STAGE,
  schedule: { pictures: 84_000, peakRate: 2.2e-3, batches: [{ fromPicture: 0, size: 64 }] },
  averageDecay: 0.995,
  validateEveryPictures: 64_000,
  history: `Before this stage the weights had learned ${EARLIER}; then 480,000 pictures of the sets and targets of today at a highest rate of 3.5e-3, which shipped under this name; then 482,880 pictures of convfacenext-ps-second, whose schedule has three million. What ships lies between this stage's average (0.75) and that of the stage before (0.25), a share that was chosen on val2. Two shared cores.`,
  weaknesses:
    'Two people of one apparent group match falsely more often than any two: see the rates within apparent groups. Faces turned by more than 30 degrees and faces that were small in their photograph are missed far more often than others. Rendered and drawn faces resemble each other far more than real ones. Mostly celebrities in press photographs. Not measured: masks; infrared.',
});
