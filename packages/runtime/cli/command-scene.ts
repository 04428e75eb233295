/** What a command works with. */
export interface CommandScene {
  /** Folder with the package's own assets. */
  readonly packaged: string;
  /** Of the package. */
  readonly version: string;
  readonly print: (line: string) => void;
}
