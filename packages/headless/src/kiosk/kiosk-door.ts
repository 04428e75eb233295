/** How a kiosk answered somebody who came to it. Times in milliseconds, from the first frame that shows the person. */
export interface KioskVisit {
  /** What the kiosk showed in the end: `greeting` by the right name, or e.g. `unknown`; `nothing` where that took too long. */
  readonly shown: string;
  /** Until it said that a face is there. */
  readonly noticedMs: number;
  /** Until the answer was on the screen. */
  readonly answeredMs: number;
  /** Frames that were looked at until then. */
  readonly frames: number;
}

/** The place before a kiosk, which stands in for its camera. It does for this process what people do there. */
export interface KioskDoor {
  /** Frames that were looked at so far. */
  readonly frames: number;
  /**
   * Somebody comes into the picture once the kiosk has watched nobody for a while, does as they are asked, and leaves
   * with the answer.
   *
   * @param name - of photographs in `fixtures/demo` of the testkit, and the first name that the kiosk knows them by
   */
  visit(name: string, waitMs: number): Promise<KioskVisit>;
}

declare global {
  interface Window {
    kioskDoor?: KioskDoor;
  }
}
