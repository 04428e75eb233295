import type { RgbImage } from '@face-verify/core';

/** One damage, drawn: the same for every face that it is given. */
export interface Damage {
  /** How many times as wide the photograph is as it should be. */
  readonly width?: number;
  /** What happens to an aligned face. May write into it. */
  change?(face: RgbImage, random: () => number): RgbImage;
}

/** One way in which photographs are poor. */
export interface DamageKind {
  readonly title: string;
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  /** Draws how strong it is, and all that is the same on everybody. */
  draw(random: () => number): Damage;
}

export function between(random: () => number, low: number, high: number): number {
  return low + (high - low) * random();
}
