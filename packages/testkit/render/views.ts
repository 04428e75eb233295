import type { Lighting } from './lighting.ts';
import type { Expression, HeadPose } from './posed-head.ts';

/** How a subject is photographed. */
export interface View {
  readonly pose: HeadPose;
  readonly expression: Expression;
  readonly lighting: Lighting;
}

const DAYLIGHT: Lighting = {
  lampDirection: [-0.5, 0.6, 1],
  lamp: [0.75, 0.7, 0.63],
  above: [0.5, 0.52, 0.58],
  below: [0.25, 0.22, 0.2],
};

const LAMPLIGHT: Lighting = {
  lampDirection: [0.9, 0.35, 0.7],
  lamp: [0.85, 0.68, 0.48],
  above: [0.36, 0.34, 0.36],
  below: [0.2, 0.17, 0.15],
};

const SMILE: Expression = { mouthSmile_L: 0.7, mouthSmile_R: 0.7 };
const SURPRISE: Expression = { browInnerUp_L: 0.6, browInnerUp_R: 0.6, jawOpen: 0.12 };

/** Three photographs of each subject: straight, turned to one side, turned to the other with other light and a smile. */
export const VIEWS = {
  front: { pose: { yawDegrees: 0, pitchDegrees: 0, rollDegrees: 0 }, expression: {}, lighting: DAYLIGHT },
  turned: { pose: { yawDegrees: 15, pitchDegrees: 4, rollDegrees: -4 }, expression: SURPRISE, lighting: DAYLIGHT },
  smiling: { pose: { yawDegrees: -12, pitchDegrees: -3, rollDegrees: 5 }, expression: SMILE, lighting: LAMPLIGHT },
} as const satisfies Record<string, View>;

const straight = { yawDegrees: 0, pitchDegrees: 0, rollDegrees: 0 };

/** What a subject can be asked to do; left and right are the subject's own. */
export const ACTS = {
  blink: { pose: straight, expression: { eyeBlink_L: 1, eyeBlink_R: 1 }, lighting: DAYLIGHT },
  'open-mouth': { pose: straight, expression: { jawOpen: 0.5 }, lighting: DAYLIGHT },
  'turn-left': { pose: { ...straight, yawDegrees: 30 }, expression: {}, lighting: DAYLIGHT },
  'turn-right': { pose: { ...straight, yawDegrees: -30 }, expression: {}, lighting: DAYLIGHT },
} as const satisfies Record<string, View>;

/** Eyes that are closed on purpose: the brows come down with the lids, so that narrow eyes are seen to close as well. */
export const EYES_SHUT: View = {
  pose: straight,
  expression: { eyeBlink_L: 0.8, eyeBlink_R: 0.8, browDown_L: 1, browDown_R: 1 },
  lighting: DAYLIGHT,
};

/** A mouth that opens with a laugh: of some the point network that ships sees no face where the jaw alone is down. */
export const MOUTH_LAUGHING: View = {
  pose: straight,
  expression: { jawOpen: 0.3, mouthSmile_L: 0.4, mouthSmile_R: 0.4 },
  lighting: DAYLIGHT,
};
