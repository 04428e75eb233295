import type { ChallengeKind } from 'face-verify';
import { DEMO_CAST } from './demo-cast.ts';
import { PAIR_PHOTOGRAPH, STRANGER_PHOTOGRAPHS } from './demo-photographs.ts';

/** What the demo film shows for a while: addresses of photographs. */
export interface DemoScene {
  readonly front: string;
  /** What whoever is seen can be asked to do. */
  readonly acts?: Readonly<Record<ChallengeKind, string>>;
}

const [ada, dieter, ...others] = DEMO_CAST.map(({ photographs }): DemoScene => photographs);

/** Everybody in turn; a stranger, and two at once, among them. */
export const DEMO_REEL: readonly DemoScene[] = [
  ada,
  dieter,
  STRANGER_PHOTOGRAPHS,
  { front: PAIR_PHOTOGRAPH },
  ...others,
].filter((scene) => scene !== undefined);
