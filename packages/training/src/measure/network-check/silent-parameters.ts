import type { Network, ParameterSpec } from '@face-verify/nets';

/** Which learned parameters may have no slope at all, and why. */
const EXCUSES: readonly { applies(network: Network, parameter: ParameterSpec): boolean; readonly why: string }[] = [
  {
    applies: ({ nodes }, { role, node }) => {
      const filter = nodes[node];
      return role === 'bias' && filter !== undefined && 'norm' in filter && filter.norm;
    },
    why: 'a bias that the normalisation after it takes away again',
  },
];

/** Why a gradient of zeros is right for this parameter; undefined where it is a fault. */
export function excuseOf(network: Network, parameter: ParameterSpec): string | undefined {
  return EXCUSES.find(({ applies }) => applies(network, parameter))?.why;
}
