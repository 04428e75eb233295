/** A browser of another make than the one that the tests run in. */
export interface Engine {
  readonly name: string;
  /** What Debian calls what it needs, for who has to install it. */
  readonly packages: string;
  /** Where the camera says it looks that the browser makes for tests. */
  readonly camera: 'user' | 'environment';
  /** Whether it is there. */
  isInstalled(): boolean;
  start(): Promise<RunningEngine>;
}

/** It has one page. */
export interface RunningEngine {
  readonly version: string;
  goto(url: string): Promise<void>;
  /** @param expression - in JavaScript, of a string or null */
  evaluate(expression: string): Promise<string | null>;
  close(): Promise<void>;
}
