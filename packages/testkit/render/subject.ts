import { normalDraw } from './fields.ts';

/** A rendered person. Colours are sRGB `#rrggbb`; lengths are centimetres on the mean head. */
export interface Subject {
  readonly name: string;
  /** Draws the shape, the skin's marks and the strands of hair. */
  readonly seed: number;
  /** Standard deviation of the shape weights; 1 is the spread of the scanned population. */
  readonly shapeSpread: number;
  readonly skin: SkinLook;
  readonly brows: BrowLook;
  readonly lips: string;
  readonly iris: string;
  /** Of eyes that are closed; false where none are seen. Default: nearly black. */
  readonly lashes?: string | false;
  readonly hair: HairLook;
  readonly beard?: BeardLook;
  readonly glasses?: GlassesLook;
  readonly clothes: string;
}

/** All strengths are in [0, 1]. */
interface SkinLook {
  readonly colour: string;
  /** Redness of cheeks, nose and ears. */
  readonly flush: number;
  readonly freckles: number;
  /** Creases and shadows under the eyes. */
  readonly age: number;
  /** Number of dark spots. */
  readonly moles: number;
}

interface BrowLook {
  readonly colour: string;
  readonly halfWidth: number;
  /** Raise of the brow's outer third against its inner end. */
  readonly arch: number;
  /** Cover in [0, 1]. */
  readonly density: number;
}

export interface HairLook {
  readonly colour: string;
  /** `none` leaves a bare scalp. */
  readonly cut: 'none' | 'short' | 'long';
  /** Height of the hairline over the forehead: brows lie at 6, the crown at 14.5. */
  readonly hairline: number;
  /** Thickness above the crown. */
  readonly volume: number;
  /** Thickness at the temples. */
  readonly sideVolume: number;
  /** Size of curls, 0 for straight. */
  readonly curl: number;
}

export interface BeardLook {
  readonly colour: string;
  readonly cut: 'stubble' | 'full' | 'moustache' | 'goatee';
  readonly thickness: number;
}

export interface GlassesLook {
  readonly colour: string;
  /** Half width and half height of a lens. */
  readonly lens: readonly [halfWidth: number, halfHeight: number];
  /** 2 draws ellipses, larger powers rounder rectangles. */
  readonly squareness: number;
  /** Radius of the frame's tube. */
  readonly rim: number;
}

/** Weights beyond this are no longer heads that one could meet. */
const LARGEST_WEIGHT = 3;

/** The subject's weights of the head's principal components. */
export function shapeWeights({ seed, shapeSpread }: Subject, count: number): number[] {
  return Array.from({ length: count }, (_, mode) => {
    const weight = shapeSpread * normalDraw(seed, mode);
    return Math.min(LARGEST_WEIGHT, Math.max(-LARGEST_WEIGHT, weight));
  });
}
