import type { FaceTemplate } from 'face-verify';

/** What the page notes for the test. */
export interface ElementPage {
  /** Names and codes of the element's events, in their order. */
  readonly told: string[];
  /** Of the last enrolment. */
  template: FaceTemplate | undefined;
  /** Every stream that a camera gave. */
  readonly streams: MediaStream[];
  /** Cameras give nothing before it settles. */
  gate: Promise<void>;
  /** How often what stands below the element was moved. */
  shiftsBelow: number;
}

declare global {
  interface Window {
    elementPage?: ElementPage;
  }
}
