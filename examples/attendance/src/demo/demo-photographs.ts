import pair from '@face-verify/testkit/fixtures/ada-and-bruno.jpg?url';
import adaBlink from '@face-verify/testkit/fixtures/demo/ada-blink.jpg?url';
import adaFront from '@face-verify/testkit/fixtures/demo/ada-front.jpg?url';
import adaOpenMouth from '@face-verify/testkit/fixtures/demo/ada-open-mouth.jpg?url';
import adaSmiling from '@face-verify/testkit/fixtures/demo/ada-smiling.jpg?url';
import adaTurnLeft from '@face-verify/testkit/fixtures/demo/ada-turn-left.jpg?url';
import adaTurnRight from '@face-verify/testkit/fixtures/demo/ada-turn-right.jpg?url';
import adaTurned from '@face-verify/testkit/fixtures/demo/ada-turned.jpg?url';
import dieterBlink from '@face-verify/testkit/fixtures/demo/dieter-blink.jpg?url';
import dieterFront from '@face-verify/testkit/fixtures/demo/dieter-front.jpg?url';
import dieterOpenMouth from '@face-verify/testkit/fixtures/demo/dieter-open-mouth.jpg?url';
import dieterSmiling from '@face-verify/testkit/fixtures/demo/dieter-smiling.jpg?url';
import dieterTurnLeft from '@face-verify/testkit/fixtures/demo/dieter-turn-left.jpg?url';
import dieterTurnRight from '@face-verify/testkit/fixtures/demo/dieter-turn-right.jpg?url';
import dieterTurned from '@face-verify/testkit/fixtures/demo/dieter-turned.jpg?url';
import emreBlink from '@face-verify/testkit/fixtures/demo/emre-blink.jpg?url';
import emreFront from '@face-verify/testkit/fixtures/demo/emre-front.jpg?url';
import emreOpenMouth from '@face-verify/testkit/fixtures/demo/emre-open-mouth.jpg?url';
import emreSmiling from '@face-verify/testkit/fixtures/demo/emre-smiling.jpg?url';
import emreTurnLeft from '@face-verify/testkit/fixtures/demo/emre-turn-left.jpg?url';
import emreTurnRight from '@face-verify/testkit/fixtures/demo/emre-turn-right.jpg?url';
import emreTurned from '@face-verify/testkit/fixtures/demo/emre-turned.jpg?url';
import gitaBlink from '@face-verify/testkit/fixtures/demo/gita-blink.jpg?url';
import gitaFront from '@face-verify/testkit/fixtures/demo/gita-front.jpg?url';
import gitaOpenMouth from '@face-verify/testkit/fixtures/demo/gita-open-mouth.jpg?url';
import gitaSmiling from '@face-verify/testkit/fixtures/demo/gita-smiling.jpg?url';
import gitaTurnLeft from '@face-verify/testkit/fixtures/demo/gita-turn-left.jpg?url';
import gitaTurnRight from '@face-verify/testkit/fixtures/demo/gita-turn-right.jpg?url';
import gitaTurned from '@face-verify/testkit/fixtures/demo/gita-turned.jpg?url';
import kofiBlink from '@face-verify/testkit/fixtures/demo/kofi-blink.jpg?url';
import kofiFront from '@face-verify/testkit/fixtures/demo/kofi-front.jpg?url';
import kofiOpenMouth from '@face-verify/testkit/fixtures/demo/kofi-open-mouth.jpg?url';
import kofiSmiling from '@face-verify/testkit/fixtures/demo/kofi-smiling.jpg?url';
import kofiTurnLeft from '@face-verify/testkit/fixtures/demo/kofi-turn-left.jpg?url';
import kofiTurnRight from '@face-verify/testkit/fixtures/demo/kofi-turn-right.jpg?url';
import kofiTurned from '@face-verify/testkit/fixtures/demo/kofi-turned.jpg?url';
import strangerBlink from '@face-verify/testkit/fixtures/demo/stranger-blink.jpg?url';
import strangerFront from '@face-verify/testkit/fixtures/demo/stranger-front.jpg?url';
import strangerOpenMouth from '@face-verify/testkit/fixtures/demo/stranger-open-mouth.jpg?url';
import strangerTurnLeft from '@face-verify/testkit/fixtures/demo/stranger-turn-left.jpg?url';
import strangerTurnRight from '@face-verify/testkit/fixtures/demo/stranger-turn-right.jpg?url';
import type { ChallengeKind } from 'face-verify';

/** Addresses of photographs of one rendered person. */
export interface DemoPhotographs {
  /** As the film shows the person. */
  readonly front: string;
  /** Doing what can be asked of them. */
  readonly acts: Readonly<Record<ChallengeKind, string>>;
}

/** Of a person who is enrolled. */
export interface DemoMemberPhotographs extends DemoPhotographs {
  /** Never seen in the film. */
  readonly enrolment: readonly string[];
}

export const DEMO_PHOTOGRAPHS = {
  ada: {
    front: adaFront,
    enrolment: [adaSmiling, adaTurned],
    acts: { blink: adaBlink, 'open-mouth': adaOpenMouth, 'turn-left': adaTurnLeft, 'turn-right': adaTurnRight },
  },
  dieter: {
    front: dieterFront,
    enrolment: [dieterSmiling, dieterTurned],
    acts: {
      blink: dieterBlink,
      'open-mouth': dieterOpenMouth,
      'turn-left': dieterTurnLeft,
      'turn-right': dieterTurnRight,
    },
  },
  gita: {
    front: gitaFront,
    enrolment: [gitaSmiling, gitaTurned],
    acts: { blink: gitaBlink, 'open-mouth': gitaOpenMouth, 'turn-left': gitaTurnLeft, 'turn-right': gitaTurnRight },
  },
  emre: {
    front: emreFront,
    enrolment: [emreSmiling, emreTurned],
    acts: { blink: emreBlink, 'open-mouth': emreOpenMouth, 'turn-left': emreTurnLeft, 'turn-right': emreTurnRight },
  },
  kofi: {
    front: kofiFront,
    enrolment: [kofiSmiling, kofiTurned],
    acts: { blink: kofiBlink, 'open-mouth': kofiOpenMouth, 'turn-left': kofiTurnLeft, 'turn-right': kofiTurnRight },
  },
} as const satisfies Readonly<Record<string, DemoMemberPhotographs>>;

export const STRANGER_PHOTOGRAPHS: DemoPhotographs = {
  front: strangerFront,
  acts: {
    blink: strangerBlink,
    'open-mouth': strangerOpenMouth,
    'turn-left': strangerTurnLeft,
    'turn-right': strangerTurnRight,
  },
};

/** Two people side by side. */
export const PAIR_PHOTOGRAPH = pair;
