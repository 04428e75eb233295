import { type FaceDetection, FaceVerifyError, type RgbaImage } from '@face-verify/core';
import type { FaceDetector } from './face-detector.ts';

/** A detector that can go blind at any moment. Then it would report the faces of an earlier photograph. */
export interface MortalDetector {
  /** @returns undefined where it cannot be known that these are the faces of `image` */
  detect(image: RgbaImage): Promise<readonly FaceDetection[] | undefined>;
  dispose(): void;
}

/** Where it went blind so often, the browser or its graphics driver will do it again. */
const MAX_LOSSES = 3;

/** Puts a new detector in place of one that went blind, and looks at the same photograph again, once. */
export class RenewedDetector implements FaceDetector {
  readonly #create: () => Promise<MortalDetector>;
  #current: MortalDetector;
  #losses = 0;
  #disposed = false;

  private constructor(create: () => Promise<MortalDetector>, first: MortalDetector) {
    this.#create = create;
    this.#current = first;
  }

  /** @param create - makes a detector that has not gone blind; throws {FaceVerifyError} */
  static async start(create: () => Promise<MortalDetector>): Promise<RenewedDetector> {
    return new RenewedDetector(create, await create());
  }

  async detect(image: RgbaImage): Promise<readonly FaceDetection[]> {
    this.#assertAlive();
    const seen = (await this.#current.detect(image)) ?? (await (await this.#renew()).detect(image));
    if (seen === undefined) {
      throw new FaceVerifyError(
        'backend-unavailable',
        'The browser took away the face detector’s WebGL context, and that of the next one: the page uses too many, or the GPU fails.',
        { details: { missing: 'webgl' } },
      );
    }
    return seen;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#current.dispose();
  }

  async #renew(): Promise<MortalDetector> {
    if (++this.#losses > MAX_LOSSES) {
      throw new FaceVerifyError(
        'backend-unavailable',
        `The browser took away the face detector’s WebGL context ${this.#losses} times: the page uses too many, or the GPU fails.`,
        { details: { missing: 'webgl' } },
      );
    }
    const next = await this.#create();
    if (this.#disposed) next.dispose();
    this.#assertAlive();
    this.#current.dispose();
    this.#current = next;
    return next;
  }

  #assertAlive(): void {
    if (this.#disposed) throw new FaceVerifyError('disposed', 'This face detector has been disposed of.');
  }
}
