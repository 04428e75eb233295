export interface LandmarkerOptions {
  /** Address of FaceLandmarker's `.task` file. */
  readonly model: string;
  /** Which of the mesh's 478 points are wanted, in this order. */
  readonly meshPoints: readonly number[];
}

/** What FaceLandmarker says of the face in an image. */
export interface MeshFace {
  /** The wanted points, in the image's pixels; integers are pixel centres. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Positive where the face is turned to the right edge of the image. */
  readonly yawDegrees: number;
  /** Positive where it looks up. */
  readonly pitchDegrees: number;
}

/** What the page does for this process. Addresses are those of {@link PhotographTokens}. */
export interface LandmarkerHarness {
  load(options: LandmarkerOptions): Promise<void>;
  /**
   * @param address - of square images one after the other: RGB, row by row
   * @returns null for an image without a face
   */
  locate(address: string, sizePx: number): Promise<readonly (MeshFace | null)[]>;
}
