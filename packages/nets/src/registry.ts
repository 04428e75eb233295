import { type ConvFaceNeXtOptions, convFaceNeXt } from './embedders/conv-face-next.ts';
import { mobileFaceNet } from './embedders/mobile-face-net.ts';
import { fivePointNet } from './landmarks/five-point-net.ts';
import type { Network } from './network.ts';

const PE = { head: 'patchify', downsampling: 'ecn' } as const;

/** The family of the paper's Table 5 and its ablations, all of them on PE. */
const CONV_FACE_NEXT: Readonly<Record<string, ConvFaceNeXtOptions>> = {
  PS: { head: 'patchify', downsampling: 'separate' },
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

type Definition = readonly [name: string, define: (name: string) => Network];

const DEFINITIONS: readonly Definition[] = [
  ...Object.entries(CONV_FACE_NEXT).map(
    ([variant, options]): Definition => [`ConvFaceNeXt_${variant}`, (name) => convFaceNeXt(name, options)],
  ),
  ['MobileFaceNet', mobileFaceNet],
  ['FivePointNet', fivePointNet],
];

/** Every network that exists, by name; each is defined anew at every call. */
export const NETWORKS: Readonly<Record<string, () => Network>> = Object.fromEntries(
  DEFINITIONS.map(([name, define]) => [name, () => define(name)]),
);
