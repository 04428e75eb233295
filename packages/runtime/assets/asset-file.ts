/** One file that a page with face verification serves. */
export interface AssetFile {
  /** Below the assets folder, with forward slashes. */
  readonly path: string;
  readonly read: () => Promise<Uint8Array>;
}

/** Every file that is there now; asked again when a new model may have come. */
export type AssetList = () => Promise<readonly AssetFile[]>;
