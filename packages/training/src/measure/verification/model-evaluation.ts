import type { Threshold } from '@face-verify/core';
import type { Figure, Spread, VerificationFigures } from '@face-verify/eval';
import type { ImpostorGroup } from './impostor-groups.ts';
import type { LandmarkErrors } from './landmark-errors.ts';
import type { PairSummary } from './pair-summary.ts';

/** All pairs of the crops of a split that the pipeline gave an embedding for. */
export interface SplitReport {
  readonly crops: number;
  readonly identities: number;
  /** Crops that the pipeline refused, by reason. They are in no pair. */
  readonly refused: Readonly<Record<string, number>>;
  /** Each crop given to the whole pipeline as a photograph. */
  readonly pipeline: PairSummary;
  /** The same crops as their stored points align them: the middle of each. */
  readonly storedPoints: PairSummary;
  /** `storedPoints` minus `pipeline`, by figure. */
  readonly costOfOwnLandmarks: VerificationFigures<Figure>;
  /** How far a crop's embedding moves, as 1 − cosine, when the pipeline's points replace the stored ones. */
  readonly embeddingShift: Spread;
  /** Against the stored points. */
  readonly landmarkErrors: LandmarkErrors;
  /** Against labels made from the crops themselves; null where there are none. */
  readonly labelErrors: LandmarkErrors | null;
}

export interface GroupReport extends PairSummary {
  readonly description: string;
  readonly crops: number;
  readonly identities: number;
  readonly refused: Readonly<Record<string, number>>;
}

/** What `lab evaluate-model` writes as JSON. */
export interface ModelEvaluation {
  readonly model: string;
  readonly weightsSha256: string;
  /** What made the pipeline's embeddings, and those of the stored points. */
  readonly backend: string;
  readonly engine: string;
  /** Names of the sets that the crops are from. */
  readonly sets: readonly string[];
  readonly thresholds: readonly Threshold[];
  /** Without the crops whose label is probably wrong. */
  readonly trusted: SplitReport;
  /** With them. */
  readonly everything: SplitReport;
  /** Of the trusted crops, through the pipeline. */
  readonly groups: Readonly<Record<string, GroupReport>>;
  /** By apparent group; empty where the crops have none or they were not asked for. */
  readonly impostors: Readonly<Record<string, ImpostorGroup>>;
}
