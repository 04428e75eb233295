import type { TimeSpread } from '../bench/time-spread.ts';

export interface GalleryBrowser {
  /** Major version. */
  readonly chromium: string;
}

/** What a gallery of one size costs. */
export interface GalleryTimes {
  readonly size: number;
  /** How many numbers each template has. */
  readonly dimension: number;
  /** Adding all templates, one by one. */
  readonly fillMs: number;
  /** One identification. */
  readonly identify: TimeSpread;
  /** The fastest of them: what it takes where nothing else runs. */
  readonly fastestMs: number;
  /** As `galleryCodec` writes it. */
  readonly storedBytes: number;
  readonly encodeMs: number;
  readonly decodeMs: number;
  /** Comparing all with all; undefined where that was not tried, since it takes minutes. */
  readonly findDuplicatesMs: number | undefined;
}

/** What the page that times galleries does for this process. */
export interface GalleryHarness {
  load(): Promise<GalleryBrowser>;
  time(size: number, withDuplicates: boolean): Promise<GalleryTimes>;
}
