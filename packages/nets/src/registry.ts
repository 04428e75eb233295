import type { ModelCard } from './card.ts';
import { blazeFace } from './detection/blaze-face.ts';
import { type ConvFaceNeXtOptions, convFaceNeXt } from './embedders/conv-face-next.ts';
import { DPN_68, dpn, dpnPlus } from './embedders/dual-path-net.ts';
import { defineEmbedder, type Embedder } from './embedders/embedder.ts';
import { IRESNET_100, iresnet } from './embedders/iresnet.ts';
import { LGAF, LIGHT_LGAF, lgaf } from './embedders/lgaf.ts';
import { mobiFace } from './embedders/mobi-face.ts';
import { mobileFaceNet, ORIGINAL, REIMPLEMENTED } from './embedders/mobile-face-net.ts';
import { mobileFaceNetV1 } from './embedders/mobile-face-net-v1.ts';
import { PROGRESSIVE_STEPS, progressiveNet } from './embedders/progressive-net.ts';
import { proxylessFaceNas } from './embedders/proxyless-face-nas.ts';
import { shuffleFaceNet } from './embedders/shuffle-face-net.ts';
import type { Network } from './network.ts';
import { facePointNet } from './points/face-point-net.ts';

const PS = { head: 'patchify', downsampling: 'separate' } as const;
const PE = { head: 'patchify', downsampling: 'ecn' } as const;

/** The family of the paper's Table 5 and its ablations, all of them on PE. */
const CONV_FACE_NEXT: Readonly<Record<string, ConvFaceNeXtOptions>> = {
  PS,
  PE,
  TS: { head: 'typical', downsampling: 'separate' },
  TE: { head: 'typical', downsampling: 'ecn' },
  '0A': { ...PE, aggregatedStages: 0 },
  '1A': { ...PE, aggregatedStages: 1 },
  '2A': { ...PE, aggregatedStages: 2 },
  '5K': { ...PE, kernel: 5 },
  '7K': { ...PE, kernel: 7 },
  '9K': { ...PE, kernel: 9 },
  '1B1P': { ...PE, block: '1B1P' },
  '3B2P': { ...PE, block: '3B2P' },
};

const EMBEDDERS: Readonly<Record<string, Embedder>> = {
  ...Object.fromEntries(
    Object.entries(CONV_FACE_NEXT).map(([variant, options]) => [`ConvFaceNeXt_${variant}`, convFaceNeXt(options)]),
  ),
  'ConvFaceNeXt_PS+LGAF': lgaf(convFaceNeXt(PS), LIGHT_LGAF),
  MobileFaceNet: mobileFaceNet(REIMPLEMENTED),
  MobileFaceNet_y1: mobileFaceNet(ORIGINAL),
  MobileFaceNetV1: mobileFaceNetV1,
  'ShuffleFaceNet_0.5x': shuffleFaceNet('0.5x'),
  ShuffleFaceNet_1x: shuffleFaceNet('1x'),
  'ShuffleFaceNet_1.5x': shuffleFaceNet('1.5x'),
  ShuffleFaceNet_2x: shuffleFaceNet('2x'),
  ProxylessFaceNAS: proxylessFaceNas('conv-face-next'),
  ProxylessFaceNAS_CPU: proxylessFaceNas('proxyless-cpu'),
  MobiFace: mobiFace('gdc'),
  MobiFace_fc: mobiFace('fc'),
  ...Object.fromEntries(PROGRESSIVE_STEPS.map((step, i) => [`ProgressiveNet_${i}`, progressiveNet(step)])),
  iresnet100: iresnet(IRESNET_100),
  'iresnet100+LGAF': lgaf(iresnet(IRESNET_100), LGAF),
  'DPN-68': dpn(DPN_68),
  'DPN+68': dpnPlus(DPN_68, { firstStride: 2 }),
  'DPN+68_s1': dpnPlus(DPN_68, { firstStride: 1 }),
};

/**
 * Defines a network anew.
 *
 * @param sidePx - side of an embedder's input: smaller than it was designed for in tests, and then no weights fit
 */
export type DefineNetwork = (sidePx?: number) => Network;

/** Every network that exists, by what it is for, which cards call their kind, and by name. */
export const NETWORKS_BY_KIND: Readonly<Record<ModelCard['kind'], Readonly<Record<string, DefineNetwork>>>> = {
  embedder: Object.fromEntries(
    Object.entries(EMBEDDERS).map(([name, embedder]): [string, DefineNetwork] => [
      name,
      (sidePx) => defineEmbedder(name, embedder, sidePx),
    ]),
  ),
  points: { FacePointNet: () => facePointNet('FacePointNet') },
  detector: { BlazeFace_short_range: () => blazeFace('BlazeFace_short_range') },
};

/** Those whose weights are made here. */
export const TRAINED_NETWORKS: Readonly<Record<string, DefineNetwork>> = {
  ...NETWORKS_BY_KIND.embedder,
  ...NETWORKS_BY_KIND.points,
};

/** All by name alone. */
export const NETWORKS: Readonly<Record<string, DefineNetwork>> = {
  ...TRAINED_NETWORKS,
  ...NETWORKS_BY_KIND.detector,
};
