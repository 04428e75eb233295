import type { EnrolmentResult, VerificationResult } from 'face-verify';

/** What came of an enrolment, without pixels. Shots are named by their numbers in the film. */
export interface Enrolment {
  readonly outcome: EnrolmentResult['outcome'];
  /** Where there is no template. */
  readonly reason?: string;
  /** Where there is one: how many faces it was made of. */
  readonly faceCount?: number;
  readonly dropped?: readonly number[];
  /** Its comparison with each of the shots that were asked for. */
  readonly comparisons?: readonly VerificationResult[];
}

/** What the page does for the test. */
export interface EnrolmentPage {
  /** Opens the camera, and takes one frame of each of the film's shots. */
  film(shotCount: number): Promise<void>;
  /**
   * Enrols the frames of some shots, and compares the template with the faces of others.
   *
   * @param linkSimilarity - default: the verifier's own
   */
  enrol(shots: readonly number[], later: readonly number[], linkSimilarity?: number): Promise<Enrolment>;
}

declare global {
  interface Window {
    enrolmentPage?: EnrolmentPage;
  }
}
