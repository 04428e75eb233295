// For its CPU backend and gradients; tfjs-core alone has neither.
import '@tensorflow/tfjs';
import { readdirSync, readFileSync } from 'node:fs';
import { MODELS_FOLDER } from '@face-verify/repository';
import { expectNoTensorLeak, TOLERANCES } from '@face-verify/testkit';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { QUICK_KERNELS } from '../testing/quick-kernels.ts';
import { drawParameters, repeatable, repeatableTensor, setParameters } from '../testing/repeatable.ts';
import { dpn, dpnPlus } from './embedders/dual-path-net.ts';
import { defineEmbedder } from './embedders/embedder.ts';
import { iresnet } from './embedders/iresnet.ts';
import { LGAF, lgaf } from './embedders/lgaf.ts';
import { type ProgressiveStep, progressiveNet } from './embedders/progressive-net.ts';
import { defineNetwork } from './feature-map.ts';
import { foldParameters } from './fold.ts';
import { createInference } from './inference.ts';
import { type Network, operationsOf, outputLength, topologyFingerprint } from './network.ts';
import { NETWORKS } from './registry.ts';
import { createTrainable } from './trainable.ts';
import { unfoldParameters } from './unfold.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const ALL = Object.entries(NETWORKS).map(([name, define]) => [name, define()] as const);

/** Lengths of outputs; 128 where not named. */
const LENGTHS: Readonly<Record<string, number>> = {
  MobiFace: 512,
  MobiFace_fc: 512,
  ProgressiveNet_0: 256,
  ProgressiveNet_1: 256,
  ProgressiveNet_2: 256,
  ProgressiveNet_3: 256,
  ProgressiveNet_4: 256,
  ProgressiveNet_5: 282,
  iresnet100: 512,
  'iresnet100+LGAF': 512,
  'DPN-68': 1000,
  'DPN+68': 512,
  'DPN+68_s1': 512,
  FacePointNet: 38,
  BlazeFace_short_range: 896 * 17,
};

describe.each(ALL)('%s', (name, network) => {
  it('has its name and the length of its output', () => {
    expect(network.name).toBe(name);
    expect(outputLength(network)).toBe(LENGTHS[name] ?? 128);
  });

  it('computes nothing in vain', () => {
    const used = new Set([...Object.values(network.outputs), ...operationsOf(network).flatMap(({ inputs }) => inputs)]);
    expect(network.nodes.flatMap((_, id) => (used.has(id) ? [] : [id]))).toEqual([]);
  });
});

describe('the fingerprint of a topology', () => {
  it('is another for each network', () => {
    const fingerprints = ALL.map(([, network]) => topologyFingerprint(network));
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });

  it('changes with any change of the wiring', () => {
    const define = (stride: number) => defineNetwork('a', [8, 8, 3], (image) => image.conv(6, { kernel: 3, stride }));
    expect(topologyFingerprint(define(1))).not.toBe(topologyFingerprint(define(2)));
  });

  it('of the networks that ship is that of their weights', () => {
    const ids = readdirSync(MODELS_FOLDER);
    expect(ids).toContain('face-points');
    for (const id of ids) {
      const { architecture, topology } = JSON.parse(readFileSync(`${MODELS_FOLDER}/${id}/card.json`, 'utf8'));
      expect(topologyFingerprint(NETWORKS[architecture]?.() as Network), id).toBe(topology);
    }
  });
});

const SMALL_IRESNET = iresnet({ units: [1, 2, 1, 1], channels: [4, 6, 8, 8], dimension: 8 });
const SMALL_DPN = {
  stages: [
    { blocks: 1, residual: 4, increment: 2 },
    { blocks: 2, residual: 6, increment: 3 },
  ],
  groups: 4,
};
const SMALL_STEP: ProgressiveStep = {
  channels: [16, 16, 16, 32],
  expanded: [16, 20, 20],
  blocks: [1, 1, 1],
  dimension: 8,
  squeezeExcite: true,
};

/** One of each family on small images; the largest are shorter too, and have fewer channels. */
const SMALL: readonly Network[] = [
  ...[
    'ConvFaceNeXt_PS+LGAF',
    'MobileFaceNet_y1',
    'MobileFaceNetV1',
    'ShuffleFaceNet_0.5x',
    'ProxylessFaceNAS',
    'MobiFace_fc',
  ].map((name) => NETWORKS[name]?.(16) as Network),
  defineEmbedder('ProgressiveNet', progressiveNet(SMALL_STEP), 16),
  defineEmbedder('iresnet', SMALL_IRESNET, 32),
  defineEmbedder('iresnet+LGAF', lgaf(SMALL_IRESNET, { ...LGAF, width: 16, reduction: 4 }), 32),
  defineEmbedder('DPN', dpn(SMALL_DPN), 32),
  defineEmbedder('DPN+', dpnPlus(SMALL_DPN, { firstStride: 2, stemChannels: 8 }), 16),
];

describe.each(SMALL.map((network) => [network.name, network] as const))('%s, small', (_, network) => {
  const [sidePx] = network.nodes[0].shape;
  const input = () => repeatableTensor<tf.Rank.R4>([2, sidePx, sidePx, 3]);

  it('computes the same folded and unfolded, and leaves no tensor behind', () =>
    expectNoTensorLeak(() => {
      const trainable = createTrainable(network, { random: repeatable(), kernels: QUICK_KERNELS });
      const drawn = drawParameters(network);
      setParameters(trainable, drawn);
      const inference = createInference(network, foldParameters(network, drawn));
      const [before, after] = tf.tidy(() => {
        const faces = input();
        return [trainable.forward(faces, 'evaluate').output, inference.run(faces)].map((output) =>
          output.dataSync<'float32'>(),
        );
      }) as [Float32Array, Float32Array];
      expect(after).toHaveLength(2 * outputLength(network));
      const largest = before.reduce((max, value) => Math.max(max, Math.abs(value)), 1);
      after.forEach((value, i) => {
        expect(Math.abs(value - (before[i] as number)) / largest).toBeLessThan(TOLERANCES.foldedVersusUnfolded);
      });
      inference.dispose();
      trainable.dispose();
    }));

  it('folds to the same weights when they were unfolded', () => {
    const folded = foldParameters(network, drawParameters(network));
    const again = foldParameters(network, unfoldParameters(network, folded));
    expect(again).toHaveLength(folded.length);
    // Not by one `toEqual`, which takes half a minute for a million numbers.
    const changed = folded.flatMap((values, i) => (values.every((value, j) => value === again[i]?.[j]) ? [] : [i]));
    expect(changed).toEqual([]);
  });

  it('has a gradient for everything that it learns, and leaves no tensor behind', () =>
    expectNoTensorLeak(() => {
      const trainable = createTrainable(network, { random: repeatable(), kernels: QUICK_KERNELS });
      const learned = trainable.parameters.filter(({ trainable }) => trainable);
      const [faces, slope] = [input(), repeatableTensor<tf.Rank.R2>([2, outputLength(network)])];
      const loss = () => tf.sum(tf.mul(slope, trainable.forward(faces, 'train').output)) as tf.Scalar;
      const variables = learned.map(({ variable }) => variable);
      const { value, grads } = tf.variableGrads(loss, variables);
      const silent = learned.filter(({ node, role, variable }) => {
        // Normalisation takes such a bias away again.
        if (role === 'bias' && (network.nodes[node] as { norm?: boolean }).norm) return false;
        const gradient = grads[variable.name]?.dataSync() ?? [Number.NaN];
        return !gradient.every(Number.isFinite) || gradient.every((slope) => slope === 0);
      });
      expect(silent.map(({ name }) => name)).toEqual([]);
      tf.dispose([faces, slope, value, ...Object.values(grads)]);
      trainable.dispose();
    }));
});
