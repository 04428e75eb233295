/** Of one frame whose face was where it had been, so that no detector was asked. Milliseconds. */
export interface FrameTimes {
  /** From a bitmap to pixels, in the engine's worker. */
  readonly decodeMs: number;
  /** Points, presence and pose: the network, and what it looks at. */
  readonly pointsMs: number;
  /** To an aligned face, and its quality. */
  readonly alignMs: number;
  /** For the page: from the frame to the answer of the worker. */
  readonly answeredMs: number;
}

export interface LiveTimes {
  /** Frames that were looked at, with those in which the detector was asked. */
  readonly looked: number;
  readonly tracked: readonly FrameTimes[];
  /** Of each session: from the frame that was embedded last to its end. */
  readonly decisionMs: readonly number[];
}

/** What the page with a film does for this process. */
export interface LiveHarness {
  /** Afterwards the film plays, and nobody watches it. */
  load(): Promise<{ readonly chromium: string }>;
  /** Runs so many sessions, one after the other. */
  verify(sessions: number): Promise<LiveTimes>;
}
