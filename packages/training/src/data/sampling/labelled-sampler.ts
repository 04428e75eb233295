/** A picture of a run: a crop of the pack and the class that it is of. */
export interface LabelledPicture {
  readonly crop: number;
  readonly label: number;
}

/** Says what the n-th picture of a run is; a function of seed and n alone, so there is no state to lose. */
export type LabelledSampler = (picture: number) => LabelledPicture;
