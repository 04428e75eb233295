import type { NonZero, ScanBand } from './walk-progressive.ts';

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

/** What the picture's header says, and what of the picture has been gone through. */
export class Frame {
  readonly progressive: boolean;
  /** By the name that scans call it. */
  readonly components: ReadonlyMap<number, Component>;
  /** Units of interleaved scans. */
  readonly unitCount: number;

  constructor(progressive: boolean, components: ReadonlyMap<number, Component>, unitCount: number) {
    this.progressive = progressive;
    this.components = components;
    this.unitCount = unitCount;
  }

  /** @param lowestBit - of these components' coefficients of the band, now sent */
  note(components: readonly Component[], { from, to }: ScanBand, lowestBit: number): void {
    for (const { sent } of components) sent.fill(lowestBit, from, to + 1);
  }

  /** Whether there is at least a rough picture in all colours. */
  isBegun(): boolean {
    return [...this.components.values()].every(({ sent }) => sent[0] !== undefined);
  }

  /** Whether nothing is left to be sent. */
  isSent(): boolean {
    return [...this.components.values()].every(({ sent }) => sent.every((bit) => bit === 0));
  }
}

/** @param content - of a frame header (ITU-T T.81, B.2.2) @returns undefined where it describes no picture */
export function readFrame(content: Uint8Array, progressive: boolean): Frame | undefined {
  const [, top = 0, bottom = 0, left = 0, right = 0, count = 0] = content;
  const [height, width] = [top * 256 + bottom, left * 256 + right];
  const described = Array.from({ length: count }, (_, i) => {
    const [name = 0, factors = 0] = content.subarray(6 + 3 * i);
    return { name, across: factors >> 4, down: factors & 15 };
  });
  if (width * height * count === 0 || described.some(({ across, down }) => across * down === 0)) return undefined;
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
