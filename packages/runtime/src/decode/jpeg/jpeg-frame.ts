import type { NonZero, ScanBand } from './walk-progressive.ts';

/** Grey has 1, colours have 3, and 4 in CMYK; browsers read no other (ITU-T T.81 allows 255). */
const MAX_COMPONENTS = 4;

/** Encoders write about 10. Each is gone through block by block, so many small ones would hold up the page. */
const MAX_SCANS = 100;

/** One colour channel. */
export interface Component {
  /** How many of its blocks lie side by side and below each other in a unit of interleaved scans. */
  readonly across: number;
  readonly down: number;
  /** Of a scan of its own: those that hold pixels. */
  readonly blockCount: number;
  readonly nonZero: NonZero;
  /** For each coefficient, the lowest bit that was sent; undefined where none was. */
  readonly sent: (number | undefined)[];
}

/** What the photograph's header says, and what of the photograph has been gone through. */
export class Frame {
  readonly progressive: boolean;
  /** By the name that scans call it. */
  readonly components: ReadonlyMap<number, Component>;
  /** Units of interleaved scans. */
  readonly unitCount: number;
  #scanCount = 0;

  constructor(progressive: boolean, components: ReadonlyMap<number, Component>, unitCount: number) {
    this.progressive = progressive;
    this.components = components;
    this.unitCount = unitCount;
  }

  /**
   * Notes what a scan sends.
   *
   * @param lowestBit - of these components' coefficients of the band
   * @returns false where a bit was sent before, or there are too many scans
   */
  note(components: readonly Component[], { from, to, refines }: ScanBand, lowestBit: number): boolean {
    this.#scanCount += 1;
    const isNew = (bit: number | undefined) => bit === undefined || (refines && bit > lowestBit);
    return components.every(({ sent }) => {
      const allNew = sent.slice(from, to + 1).every(isNew);
      sent.fill(lowestBit, from, to + 1);
      return allNew && this.#scanCount <= MAX_SCANS;
    });
  }

  /** Whether there is at least a rough image in all colours. */
  isBegun(): boolean {
    return [...this.components.values()].every(({ sent }) => sent[0] !== undefined);
  }

  /** Whether nothing is left to be sent. */
  isSent(): boolean {
    return [...this.components.values()].every(({ sent }) => sent.every((bit) => bit === 0));
  }
}

/**
 * @param content - of a frame header (ITU-T T.81, B.2.2)
 * @returns undefined where it describes no image, or one that browsers do not read
 */
export function readFrame(content: Uint8Array, progressive: boolean): Frame | undefined {
  const [, top = 0, bottom = 0, left = 0, right = 0, count = 0] = content;
  const [height, width] = [top * 256 + bottom, left * 256 + right];
  const described = Array.from({ length: count }, (_, i) => {
    const [name = 0, factors = 0] = content.subarray(6 + 3 * i);
    return { name, across: factors >> 4, down: factors & 15 };
  });
  if (width * height * count === 0 || count > MAX_COMPONENTS) return undefined;
  if (described.some(({ across, down }) => across * down === 0)) return undefined;
  const across = Math.max(...described.map((each) => each.across));
  const down = Math.max(...described.map((each) => each.down));
  const components = described.map((each): [number, Component] => {
    const blocksAcross = Math.ceil(Math.ceil((width * each.across) / across) / 8);
    const blocksDown = Math.ceil(Math.ceil((height * each.down) / down) / 8);
    const blockCount = blocksAcross * blocksDown;
    const nonZero = new Uint32Array(progressive ? 2 * blockCount : 0);
    const sent = new Array<number | undefined>(64).fill(undefined);
    return [each.name, { across: each.across, down: each.down, blockCount, nonZero, sent }];
  });
  const unitCount = Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
  return new Frame(progressive, new Map(components), unitCount);
}
