import type { RunConfig } from '../../learn/trainer/run-config.ts';

/** One line of a series' table. */
export interface SeriesRun {
  /** What it is in the table: what differs from the others. */
  readonly label: string;
  readonly config: RunConfig;
}

/** Runs of one budget that differ in one thing, trained to be compared. */
export interface Series {
  /** Of its page, `docs/generated/experiments/NAME.md`. */
  readonly name: string;
  readonly title: string;
  /** What is asked, and how it is tried; Markdown. */
  readonly question: string;
  /** What such runs can show and what not; Markdown. */
  readonly limits: string;
  /** Compared with the first. */
  readonly runs: readonly SeriesRun[];
}
