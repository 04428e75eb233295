import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { NETWORKS } from './registry.ts';

/** Parameters, trainable parameters, multiply-adds, FLOPs (TensorFlow), FLOPs (MXNet), from the published figures. */
const EXPECTED: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  ConvFaceNeXt_PS: [962_560, 955_136, 194_058_496, 390_127_424, 386_434_497],
  ConvFaceNeXt_PE: [1_048_704, 1_040_768, 201_101_952, 404_566_464, 400_344_764],
  ConvFaceNeXt_TS: [963_520, 956_096, 197_069_056, 396_148_544, 392_455_617],
  ConvFaceNeXt_TE: [1_049_664, 1_041_728, 204_112_512, 410_587_584, 406_365_884],
  ConvFaceNeXt_0A: [1_048_704, 1_040_768, 201_101_952, 404_566_464, 400_344_764],
  ConvFaceNeXt_1A: [1_048_704, 1_040_768, 201_101_952, 404_566_464, 400_344_764],
  ConvFaceNeXt_2A: [1_048_704, 1_040_768, 201_101_952, 404_566_464, 400_344_764],
  ConvFaceNeXt_5K: [1_075_328, 1_067_392, 208_427_648, 419_217_856, 414_996_156],
  ConvFaceNeXt_7K: [1_115_264, 1_107_328, 219_416_192, 441_194_944, 436_973_244],
  ConvFaceNeXt_9K: [1_168_512, 1_160_576, 234_067_584, 470_497_728, 466_276_028],
  ConvFaceNeXt_1B1P: [1_041_792, 1_037_312, 201_101_952, 404_566_464, 400_344_764],
  ConvFaceNeXt_3B2P: [1_065_216, 1_049_856, 201_101_952, 405_483_840, 400_344_764],
  MobileFaceNet: [1_026_816, 1_007_232, 233_810_432, 473_147_776, 465_310_336],
};

describe('count', () => {
  it.each(Object.entries(EXPECTED))('finds the published size and cost of %s, to the unit', (name, figures) => {
    const { params, trainableParams, macs, flops } = count(NETWORKS[name]?.() as never);
    expect([params, trainableParams, macs, flops.tf, flops.mx]).toEqual(figures);
  });
});
