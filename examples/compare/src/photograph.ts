/** A photograph as the visitor gave it; decoding is the verifier's business. */
export interface Photograph {
  readonly blob: Blob;
  /** Shown beside the photograph; never leaves the page. */
  readonly name: string;
}

/** The two places of the page, in reading order. */
export const SIDES = ['probe', 'reference'] as const;

/** In a 1:1 comparison the probe is verified against the reference. */
export type Side = (typeof SIDES)[number];

export const SIDE_LABEL: Readonly<Record<Side, string>> = {
  probe: 'First photograph',
  reference: 'Second photograph',
};

export function otherSide(side: Side): Side {
  return side === 'probe' ? 'reference' : 'probe';
}

/** Whatever files were picked, dropped or pasted. Files that are no images are kept, so that their error is shown. */
export function photographsFrom(files: FileList | null | undefined): Photograph[] {
  return Array.from(files ?? [], (file) => ({ blob: file, name: file.name }));
}
