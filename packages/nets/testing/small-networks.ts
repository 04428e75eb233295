import { defineNetwork, type FeatureMap, type Written } from '../src/feature-map.ts';
import type { Network } from '../src/network.ts';

const DEFINITIONS: Readonly<Record<string, (image: FeatureMap) => Written>> = {
  filters: (image) => {
    const x = image.conv(6, { kernel: 3, stride: 2, norm: true, prelu: true });
    const y = x.depthwise().conv(6, { bias: true, prelu: true });
    return y.depthwise({ norm: true, bias: true }).conv(6, { norm: true });
  },
  sums: (image) => {
    const x = image.conv(4, { kernel: 3, stride: 2 });
    return x.depthwise().add(x, x.conv(4));
  },
  activations: (image) => image.conv(6, { bias: true, activation: 'relu' }).conv(3, { activation: 'sigmoid' }),
  'normalisations on their own': (image) => image.norm().conv(4, { kernel: 3 }).norm({ activation: 'relu' }),
  'grouped convolutions': (image) =>
    image.conv(6).conv(9, { kernel: 3, stride: 2, groups: 3, bias: true, norm: true, prelu: true }),
  'grouped convolutions with an activation': (image) =>
    image.conv(4).conv(4, { kernel: 3, groups: 2, norm: true, activation: 'relu' }),
  'global filters': (image) => image.conv(4, { stride: 2 }).globalDepthwise({ norm: true }).conv(5, { bias: true }),
  'dense layers': (image) =>
    image
      .dense(6, { bias: true, norm: true })
      .dense(5, { activation: 'relu' })
      .dense(4, { bias: true, activation: 'sigmoid' }),
  'cut, joined and shuffled channels': (image) => {
    const x = image.conv(6, { prelu: true });
    return x.slice(0, 2).concat(x.slice(2).conv(2), x.slice(1, 3)).shuffle(3).conv(2);
  },
  'gates for channels and places': (image) => {
    const x = image.conv(4, { norm: true });
    const channels = x.globalAverage().conv(4, { bias: true, activation: 'sigmoid' });
    const places = x.conv(1, { bias: true, activation: 'sigmoid' });
    return x.multiply(channels).multiply(places);
  },
  'largest values': (image) => image.conv(3).maxPool({ kernel: 3, stride: 2 }).conv(2),
  'a fusion by norms': (image) => {
    const [a, b] = [image.globalAverage().conv(4, { bias: true }), image.dense(4)];
    return a.fuseByNorm(b).conv(3);
  },
  'a sum with padded channels, and an activation after it': (image) => {
    const x = image.conv(4, { stride: 2, norm: true });
    return x.conv(6, { bias: true }).add(x.padChannels(6)).activate('relu');
  },
  'several outputs': (image) => {
    const x = image.conv(4, { norm: true, prelu: true });
    return { places: x.conv(2), whole: x.globalAverage().conv(3, { bias: true }) };
  },
};

/** One small network for each part of the vocabulary, with every option: [N, 8, 8, 3] in. */
export const SMALL_NETWORKS: readonly Network[] = Object.entries(DEFINITIONS).map(([name, write]) =>
  defineNetwork(name, [8, 8, 3], write),
);
