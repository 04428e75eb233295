import type { Box, FiveLandmarks, RgbImage } from '@face-verify/core';

/** A photograph of one known person, and where the pipeline found the face in it as it is. */
export interface FoundPhotograph {
  /** The same label is the same person. */
  readonly identity: string;
  /** Position among the photographs: names the stream of random numbers. */
  readonly index: number;
  readonly image: RgbImage;
  readonly landmarks: FiveLandmarks;
  readonly box: Box;
}

/** One strength of a condition. */
export interface ConditionStep {
  readonly label: string;
  /** The same image for the same photograph. Never writes into the photograph. */
  apply(photograph: FoundPhotograph): RgbImage | Promise<RgbImage>;
}

/** Something that both photographs of a pair can have in common, beside the person. */
export interface Condition {
  readonly title: string;
  readonly steps: readonly ConditionStep[];
}

/** Steps that differ by one value. */
export function stepsOf<Value>(
  values: readonly Value[],
  label: (value: Value) => string,
  apply: (photograph: FoundPhotograph, value: Value) => RgbImage | Promise<RgbImage>,
): readonly ConditionStep[] {
  return values.map((value) => ({ label: label(value), apply: (photograph) => apply(photograph, value) }));
}

/** A condition that is there or not. */
export function oneStep(title: string, apply: ConditionStep['apply']): Condition {
  return { title, steps: [{ label: '', apply }] };
}
