import adaBlink from '@face-verify/testkit/fixtures/demo/ada-blink.jpg?url';
import adaFront from '@face-verify/testkit/fixtures/demo/ada-front.jpg?url';
import adaOpenMouth from '@face-verify/testkit/fixtures/demo/ada-open-mouth.jpg?url';
import adaTurnLeft from '@face-verify/testkit/fixtures/demo/ada-turn-left.jpg?url';
import adaTurnRight from '@face-verify/testkit/fixtures/demo/ada-turn-right.jpg?url';
import dieterBlink from '@face-verify/testkit/fixtures/demo/dieter-blink.jpg?url';
import dieterFront from '@face-verify/testkit/fixtures/demo/dieter-front.jpg?url';
import dieterOpenMouth from '@face-verify/testkit/fixtures/demo/dieter-open-mouth.jpg?url';
import dieterTurnLeft from '@face-verify/testkit/fixtures/demo/dieter-turn-left.jpg?url';
import dieterTurnRight from '@face-verify/testkit/fixtures/demo/dieter-turn-right.jpg?url';
import emreBlink from '@face-verify/testkit/fixtures/demo/emre-blink.jpg?url';
import emreFront from '@face-verify/testkit/fixtures/demo/emre-front.jpg?url';
import emreOpenMouth from '@face-verify/testkit/fixtures/demo/emre-open-mouth.jpg?url';
import emreTurnLeft from '@face-verify/testkit/fixtures/demo/emre-turn-left.jpg?url';
import emreTurnRight from '@face-verify/testkit/fixtures/demo/emre-turn-right.jpg?url';
import gitaBlink from '@face-verify/testkit/fixtures/demo/gita-blink.jpg?url';
import gitaFront from '@face-verify/testkit/fixtures/demo/gita-front.jpg?url';
import gitaOpenMouth from '@face-verify/testkit/fixtures/demo/gita-open-mouth.jpg?url';
import gitaTurnLeft from '@face-verify/testkit/fixtures/demo/gita-turn-left.jpg?url';
import gitaTurnRight from '@face-verify/testkit/fixtures/demo/gita-turn-right.jpg?url';
import kofiBlink from '@face-verify/testkit/fixtures/demo/kofi-blink.jpg?url';
import kofiFront from '@face-verify/testkit/fixtures/demo/kofi-front.jpg?url';
import kofiOpenMouth from '@face-verify/testkit/fixtures/demo/kofi-open-mouth.jpg?url';
import kofiTurnLeft from '@face-verify/testkit/fixtures/demo/kofi-turn-left.jpg?url';
import kofiTurnRight from '@face-verify/testkit/fixtures/demo/kofi-turn-right.jpg?url';

/** Addresses of photographs of the people of the demonstration: from the front, and doing what can be asked of them. */
export const VISITORS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ada: {
    front: adaFront,
    blink: adaBlink,
    'open-mouth': adaOpenMouth,
    'turn-left': adaTurnLeft,
    'turn-right': adaTurnRight,
  },
  dieter: {
    front: dieterFront,
    blink: dieterBlink,
    'open-mouth': dieterOpenMouth,
    'turn-left': dieterTurnLeft,
    'turn-right': dieterTurnRight,
  },
  gita: {
    front: gitaFront,
    blink: gitaBlink,
    'open-mouth': gitaOpenMouth,
    'turn-left': gitaTurnLeft,
    'turn-right': gitaTurnRight,
  },
  emre: {
    front: emreFront,
    blink: emreBlink,
    'open-mouth': emreOpenMouth,
    'turn-left': emreTurnLeft,
    'turn-right': emreTurnRight,
  },
  kofi: {
    front: kofiFront,
    blink: kofiBlink,
    'open-mouth': kofiOpenMouth,
    'turn-left': kofiTurnLeft,
    'turn-right': kofiTurnRight,
  },
};
