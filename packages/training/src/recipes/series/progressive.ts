import type { RunConfig } from '../../learn/trainer/run-config.ts';
import { PROGRESSIVE } from '../papers/progressive.ts';
import type { Series } from './series.ts';

/** What each stage adds, in the order of the paper. */
const LABELS = [
  'ArcFace',
  '+ combined margin',
  '+ SVGS',
  '+ intra and inter',
  '+ class-balanced',
  '+ PK batches',
  '+ semi-hard mining',
];

const runs = (configs: readonly RunConfig[]) => configs.map((config, i) => ({ label: LABELS[i] as string, config }));

/** The stages of progressive learning on the labelled crops. */
export const PROGRESSIVE_SMALL: Series = {
  name: 'progressive-small',
  title: 'Progressive learning, in small',
  question:
    'The paper wraps one more loss around the network at each stage and starts from the best checkpoint of the stage before. The same here, on the labelled crops and ConvFaceNeXt_PS: 48,000 pictures of the first stage, 16,000 of each other, batches of 32, SGD. Pictures are those up to the best validation of a stage, from which the next one starts.',
  limits:
    'Later stages have seen more pictures than the first, as in the paper; so a gain is that of the loss and of the further training together. The best state of each stage is chosen on the people that it is measured on. Two hundred people cannot show what the stages bring with the paper’s 93,000; they show that each runs from the one before, and what it does to so few.',
  runs: runs(PROGRESSIVE.small),
};

/** The same as the paper runs it, on a set of one's own. */
export const PROGRESSIVE_FULL: Series = {
  ...PROGRESSIVE_SMALL,
  name: 'progressive-full',
  title: 'Progressive learning, in full',
  question: 'The stages of the paper on a data set of the size of its own, prepared by whoever trains.',
  limits: 'Later stages have seen more pictures than the first, as in the paper.',
  runs: runs(PROGRESSIVE.full),
};
