/** What the page before the endless film does for this process. */
export interface SoakPage {
  /** Afterwards nothing is being looked at. */
  load(): Promise<void>;
  /**
   * Runs sessions until so many frames were looked at, since the beginning. Afterwards nothing is being looked at.
   *
   * @returns sessions that have come to a decision, since the beginning
   */
  watchUntil(frames: number): Promise<number>;
}

declare global {
  interface Window {
    soakPage?: SoakPage;
  }
}
