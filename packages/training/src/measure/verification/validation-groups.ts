import type { RgbImage } from '@face-verify/core';
import { makeGrey, resample } from '../../data/augment.ts';
import type { CropRecord } from '../../data/crop.ts';
import { noseOffset } from '../../data/nose-offset.ts';

/** Pairs of the validation split that are measured by themselves. */
export interface ValidationGroup {
  readonly description: string;
  /** Made to every crop before it is captured; may write into it. */
  readonly change?: (crop: RgbImage) => RgbImage;
  /** Which pairs count; default all. */
  readonly keep?: (probe: CropRecord, reference: CropRecord) => boolean;
}

const isFacing = (record: CropRecord) => noseOffset(record) < 0.15;
const isTurned = (record: CropRecord) => noseOffset(record) >= 0.3;
const isHalfTurned = (record: CropRecord) => !isFacing(record) && !isTurned(record);
const isEnlarged = ({ scale }: CropRecord) => scale > 1.5;

const both = (is: (record: CropRecord) => boolean) => (probe: CropRecord, reference: CropRecord) =>
  is(probe) && is(reference);

export const VALIDATION_GROUPS: Readonly<Record<string, ValidationGroup>> = {
  grey: { description: 'every crop made grey', change: makeGrey },
  halfResolution: {
    description: 'every crop reduced to half its side and enlarged again',
    change: (crop) => resample(crop, 0.5),
  },
  lowResolution: {
    description: 'pairs in which a face was enlarged more than 1.5 times from its photograph',
    keep: (probe, reference) => isEnlarged(probe) || isEnlarged(reference),
  },
  facing: { description: 'both faces turned by less than about 15°', keep: both(isFacing) },
  halfTurned: { description: 'both faces turned by about 15° to 30°', keep: both(isHalfTurned) },
  turned: { description: 'both faces turned by more than about 30°', keep: both(isTurned) },
  turnedAgainstFacing: {
    description: 'one face turned by more than about 30°, the other by less than about 15°',
    keep: (probe, reference) => (isTurned(probe) && isFacing(reference)) || (isFacing(probe) && isTurned(reference)),
  },
};
