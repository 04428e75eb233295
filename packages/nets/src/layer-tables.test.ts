import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '@face-verify/testkit/vitest';
import { expect, it } from 'vitest';
import { count } from './count.ts';
import { defineEmbedder } from './embedders/embedder.ts';
import { PROGRESSIVE_STEPS, type ProgressiveStep, progressiveNet } from './embedders/progressive-net.ts';
import { type Network, type Operation, operationsOf } from './network.ts';
import { NETWORKS } from './registry.ts';
import { sizeOf } from './shape.ts';

/** Tables that are called otherwise than the networks. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'ConvFaceNeXt_0A/1A/2A': ['ConvFaceNeXt_0A', 'ConvFaceNeXt_1A', 'ConvFaceNeXt_2A'],
  MobiFace_gdc: ['MobiFace'],
  // A third reading of the head, which fits neither the paper's text nor its size.
  MobiFace_gdcfc: [],
  LGAF: ['iresnet100+LGAF'],
  'DPN+68_s2': ['DPN+68'],
  Meituan_0_noSE: ['ProgressiveNet_0'],
  Meituan_0: ['ProgressiveNet_0 with squeeze-and-excite'],
  ...Object.fromEntries([1, 2, 3, 4, 5].map((step) => [`Meituan_${step}`, [`ProgressiveNet_${step}`]])),
};

const COMPARED: typeof NETWORKS = {
  ...NETWORKS,
  'ProgressiveNet_0 with squeeze-and-excite': () =>
    defineEmbedder('SE', progressiveNet({ ...(PROGRESSIVE_STEPS[0] as ProgressiveStep), squeezeExcite: true })),
};

describeWithShared('the layer tables', (folder) => {
  const [, ...tables] = readFileSync(join(folder, 'specs', 'layer-tables.md'), 'utf8').split(/^## /m);
  const compared = tables.flatMap((table) => {
    const heading = table.split('\n', 1)[0] as string;
    return (NAMES[heading] ?? [heading]).map((name) => [name, table] as const);
  });

  it.each(compared)('have the totals and the rows of %s', (name, table) => {
    const network = COMPARED[name]?.() as Network;
    const { params, trainableParams, macs, flops } = count(network);
    expect([params, trainableParams, macs, flops.tf, flops.mx]).toEqual(totals(table));
    expect(operationsOf(network).flatMap(row)).toEqual(rows(table));
  });
});

function totals(table: string): number[] {
  const figures = /P=([\d,]+) +trainable=([\d,]+) +MAC=([\d,]+) +TF=([\d,]+) +MX=([\d,]+)/.exec(table) ?? [];
  return figures.slice(1).map((figure) => Number(figure.replaceAll(',', '')));
}

/** `112x112x3 conv 3 s2 → 56x56x64` of each row; what follows a filter shows in the totals. */
function rows(table: string): string[] {
  return [...table.matchAll(/^\| (\S+) \| (.+?) \| (\S+) \|/gm)].map(([, input, operator, output]) => {
    const [, kind = 'dense'] = /(Conv|DW|MaxPool)/.exec(operator as string) ?? [];
    const option = (pattern: RegExp, otherwise: string) => pattern.exec(operator as string)?.[1] ?? otherwise;
    const filter =
      kind === 'dense'
        ? kind
        : `${kind} ${option(/(\d+)x\d/, '?')} s${option(/ s(\d)/, '1')} g${option(/ g(\d+)/, '1')}`;
    return `${input} ${filter} → ${output}`.replaceAll('1x1x', '');
  });
}

const KINDS: Readonly<Record<string, string>> = { conv: 'Conv', depthwise: 'DW', maxPool: 'MaxPool' };

/** The same of a node, where the tables have a row for it. */
function row({ node, inputShapes: [input] }: Operation): string[] {
  if (input === undefined) return [];
  const output = node.shape.join('x');
  if (node.kind === 'dense') return [`${sizeOf(input)} dense → ${output}`.replaceAll('1x1x', '')];
  if (node.kind !== 'conv' && node.kind !== 'depthwise' && node.kind !== 'maxPool') return [];
  const groups = node.kind === 'conv' ? (node.groups ?? 1) : 1;
  const filter = `${KINDS[node.kind]} ${node.kernel} s${node.stride} g${groups}`;
  return [`${input.join('x')} ${filter} → ${output}`.replaceAll('1x1x', '')];
}
