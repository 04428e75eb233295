/** A figure of {@link Published} that we count too. */
export type CountedFigure = 'params' | 'trainableParams' | `flops.${'tf' | 'mx' | 'twiceMacs'}` | 'megabytes';

/** What we count instead of what is published. */
export interface Difference {
  readonly ours: number;
  readonly why: string;
}

/** Figures of a network as its paper prints them, to set beside our own. */
export interface Published {
  /** With the moving statistics of batch normalisation. */
  readonly params?: number;
  readonly trainableParams?: number;
  /** By the conventions of `NetworkCost.flops`, or twice the multiply-adds. */
  readonly flops?: { readonly tf?: number; readonly mx?: number; readonly twiceMacs?: number };
  /** Of weights in single precision; papers do not tell MB from MiB. */
  readonly megabytes?: number;
  /**
   * What the paper's own weights reached, in per cent by benchmark: 10-fold accuracy, unless the name says otherwise.
   * None of it was reached or measured by us.
   */
  readonly accuracy?: Readonly<Record<string, number>>;
  readonly source: string;
  /** The figures that ours differ from. All others agree with our count. */
  readonly differences?: Readonly<Partial<Record<CountedFigure, Difference>>>;
  /** What the paper says of the network's size where it prints no figure that we count. */
  readonly remark?: string;
}

const CONV_FACE_NEXT = 'Hoo et al., "ConvFaceNeXt", Mathematics 2022; trained on UMD Faces with ArcFace';
const TABLE_10 = 'Hoo et al., "ConvFaceNeXt", Mathematics 2022, Table 10';
const BENCHMARK = 'Martínez-Díaz et al., "Benchmarking lightweight face architectures", 2021';
const PROGRESSIVE = 'Chai et al., "A Progressive Learning Framework", LFR challenge 2019, Table 2';

const RECONSTRUCTED = 'The widths of steps 1 to 3 are reconstructed, and their FLOPs printed with one digit.';

const CONV_FACE_NEXT_SETS = ['LFW', 'CALFW', 'CPLFW', 'CFP-FF', 'CFP-FP', 'AgeDB-30', 'VGG2-FP'] as const;

function accuracies(...percent: number[]): Record<string, number> {
  return Object.fromEntries(CONV_FACE_NEXT_SETS.map((set, i) => [set, percent[i] as number]));
}

/** By name in the registry. Networks of which no paper prints a figure are not in it. */
export const PUBLISHED: Readonly<Record<string, Published>> = {
  ConvFaceNeXt_PS: {
    params: 960_000,
    flops: { tf: 390_130_000 },
    accuracy: accuracies(99.3, 93.35, 85.63, 98.96, 88.14, 92.88, 89.38),
    source: CONV_FACE_NEXT,
  },
  ConvFaceNeXt_PE: {
    params: 1_050_000,
    flops: { tf: 404_570_000 },
    accuracy: accuracies(99.1, 93.32, 85.45, 98.87, 87.4, 92.95, 88.92),
    source: CONV_FACE_NEXT,
  },
  ConvFaceNeXt_TS: {
    params: 960_000,
    flops: { tf: 396_150_000 },
    accuracy: {
      ...accuracies(99.17, 93.35, 85.23, 98.94, 88.71, 93.03, 88.82),
      'IJB-B TAR@FAR 1e-5': 67.45,
      'IJB-B TAR@FAR 1e-4': 80.93,
      'IJB-B TAR@FAR 1e-3': 88.75,
      'IJB-C TAR@FAR 1e-5': 75.11,
      'IJB-C TAR@FAR 1e-4': 84.21,
      'IJB-C TAR@FAR 1e-3': 91.01,
    },
    source: CONV_FACE_NEXT,
  },
  ConvFaceNeXt_TE: {
    params: 1_050_000,
    flops: { tf: 410_590_000 },
    accuracy: accuracies(99.05, 93.42, 85.58, 99.07, 88.21, 93.15, 89.36),
    source: CONV_FACE_NEXT,
  },
  MobileFaceNet: { params: 1_030_000, flops: { tf: 473_150_000 }, source: TABLE_10 },
  MobileFaceNet_y1: {
    trainableParams: 990_000,
    flops: { mx: 439_800_000 },
    megabytes: 4,
    accuracy: { LFW: 99.55, 'MegaFace TAR@FAR 1e-6': 92.59 },
    source: 'Chen et al., "MobileFaceNets", CCBR 2018; FLOPs by the LFR challenge',
  },
  MobileFaceNetV1: { params: 3_430_000, flops: { tf: 1_145_890_000 }, source: TABLE_10 },
  'ShuffleFaceNet_0.5x': { flops: { twiceMacs: 66_900_000 }, source: BENCHMARK },
  ShuffleFaceNet_1x: { flops: { twiceMacs: 275_800_000 }, source: BENCHMARK },
  'ShuffleFaceNet_1.5x': { flops: { twiceMacs: 577_500_000 }, source: BENCHMARK },
  ShuffleFaceNet_2x: { trainableParams: 4_500_000, flops: { twiceMacs: 1_050_000_000 }, source: BENCHMARK },
  ProxylessFaceNAS: { params: 3_010_000, flops: { tf: 873_950_000 }, source: TABLE_10 },
  ProxylessFaceNAS_CPU: { trainableParams: 3_200_000, flops: { twiceMacs: 880_000_000 }, source: BENCHMARK },
  MobiFace: {
    flops: { mx: 462_000_000 },
    megabytes: 9.3,
    accuracy: { LFW: 99.7, 'MegaFace TAR@FAR 1e-6': 91.3 },
    source: 'Duong et al., "MobiFace", 2018; FLOPs by others',
  },
  ProgressiveNet_0: {
    flops: { mx: 933_300_000 },
    megabytes: 18,
    source: PROGRESSIVE,
    differences: { megabytes: { ours: 8, why: 'No reading of step 0 has 18 MB; it has 8.' } },
  },
  ProgressiveNet_1: {
    flops: { mx: 1_000_000_000 },
    megabytes: 18,
    source: PROGRESSIVE,
    differences: { 'flops.mx': { ours: 1_077_300_000, why: RECONSTRUCTED } },
  },
  ProgressiveNet_2: {
    flops: { mx: 1_000_000_000 },
    megabytes: 18,
    source: PROGRESSIVE,
    differences: { 'flops.mx': { ours: 1_041_900_000, why: RECONSTRUCTED } },
  },
  ProgressiveNet_3: { flops: { mx: 1_000_000_000 }, megabytes: 19, source: PROGRESSIVE },
  ProgressiveNet_4: {
    flops: { mx: 998_400_000 },
    megabytes: 20,
    source: PROGRESSIVE,
    differences: { 'flops.mx': { ours: 988_400_000, why: 'Probably a slip of one digit for 988.4 M.' } },
  },
  ProgressiveNet_5: {
    flops: { mx: 976_600_000 },
    megabytes: 20,
    accuracy: {
      LFW: 99.77,
      'CFP-FP': 98.5,
      'AgeDB-30': 98.15,
      'Trillion-Pairs TAR@FAR 1e-8': 87.432,
      'iQIYI video TAR@FAR 1e-4': 58.207,
    },
    source: PROGRESSIVE,
  },
  iresnet100: {
    trainableParams: 65_160_000,
    flops: { mx: 24_200_000_000 },
    source: 'insightface; Deng et al., "ArcFace", CVPR 2019',
  },
  'iresnet100+LGAF': {
    accuracy: {
      'CFP-FP': 98.77,
      CPLFW: 93.42,
      'AgeDB-30': 98.28,
      CALFW: 96.22,
      'TinyFace rank-1': 68.35,
      'TinyFace rank-3': 70.68,
      'TinyFace rank-5': 71.59,
      'SCFace rank-1, d1': 66.3,
      'SCFace rank-1, d2': 98.76,
      'SCFace rank-1, d3': 100,
    },
    source: 'Yu and Wei, "LGAF"; trained on MS1MV2 with ArcFace',
  },
  'DPN-68': { trainableParams: 12_611_602, source: 'Chen et al., "Dual Path Networks", NIPS 2017' },
  'DPN+68': {
    accuracy: {
      LFW: 99.75,
      CALFW: 95.51,
      CPLFW: 91,
      'MegaFace rank-1': 92.16,
      'IJB-B TAR@FAR 1e-3': 94.8,
      'IJB-B TAR@FAR 1e-2': 97.3,
      'IJB-B TAR@FAR 1e-1': 98.9,
    },
    source: 'Khan et al., "AMD-FV", 2025; trained on MS1MV2 with AML',
    remark: 'The paper states savings over ArcFace R100 only (26.92 % of parameters, 41.91 % of FLOPs).',
  },
};
