import type { ScanData } from './coded-data.ts';
import type { Component, Frame } from './jpeg-frame.ts';
import { type NonZero, ProgressiveWalker, type ScanBand } from './walk-progressive.ts';
import { type BlockCodes, walkSequential } from './walk-sequential.ts';

interface ScanComponent extends BlockCodes {
  readonly component: Component;
}

/** What one scan says, and by which codes. */
export interface Scan {
  readonly frame: Frame;
  readonly band: ScanBand;
  /** Of the coefficients: 0 where this scan completes them. */
  readonly lowestBit: number;
  readonly components: readonly ScanComponent[];
}

/** Cameras leave a few bytes after the last block of a scan. Less than a unit of 8×8 pixels takes on average. */
const MAX_SURPLUS_BYTES = 16;

/** Whether the scan's blocks are coded rightly, and their code ends where the data does. */
export function walkScan(scan: Scan, { intervals, ordered }: ScanData, restartInterval: number): boolean {
  const { frame, components } = scan;
  const [first] = components;
  const single = components.length === 1 ? first : undefined;
  // A component alone has no units: only its own blocks.
  const unitCount = single ? single.component.blockCount : frame.unitCount;
  const perInterval = restartInterval > 0 ? restartInterval : unitCount;
  if (!ordered || intervals.length !== Math.ceil(unitCount / perInterval)) return false;

  const walk = frame.progressive ? progressive(scan, single !== undefined) : sequential(scan, single !== undefined);
  return intervals.every(({ bytes, bitCount }, i) => {
    const end = walk(bytes, i * perInterval, Math.min(unitCount, (i + 1) * perInterval));
    // Before a restart marker, a byte is filled up and no more.
    const maxSurplus = i === intervals.length - 1 ? 8 * MAX_SURPLUS_BYTES : 7;
    return end !== undefined && end <= bitCount && bitCount - end <= maxSurplus;
  });
}

/** @returns the bit after the last of these units; undefined where their code is none */
type Walk = (bytes: Uint8Array, from: number, to: number) => number | undefined;

function sequential({ components }: Scan, single: boolean): Walk {
  const unit = components.flatMap((codes) => {
    const { across, down } = codes.component;
    return Array.from({ length: single ? 1 : across * down }, () => codes);
  });
  return (bytes, from, to) => walkSequential(bytes, to - from, unit);
}

function progressive({ band, components }: Scan, single: boolean): Walk {
  const walker = new ProgressiveWalker();
  const steps = components.map(({ component, dc, ac }) => ({
    step: stepOf(walker, band, component.nonZero, { dc, ac }),
    blocks: single ? 1 : component.across * component.down,
  }));
  return (bytes, from, to) => {
    walker.begin(bytes);
    for (let unit = from; unit < to && walker.bit <= 8 * bytes.length; unit++) {
      for (const { step, blocks } of steps) for (let n = 0; n < blocks; n++) step(unit);
      if (walker.invalid) return undefined;
    }
    return walker.bit;
  };
}

/** What is done at each block. */
function stepOf(walker: ProgressiveWalker, band: ScanBand, nonZero: NonZero, { dc, ac }: BlockCodes) {
  if (band.from === 0) return band.refines ? () => walker.refineDc() : () => walker.dc(dc);
  return band.refines
    ? (block: number) => walker.refineAc(ac, band, nonZero, block)
    : (block: number) => walker.ac(ac, band, nonZero, block);
}
