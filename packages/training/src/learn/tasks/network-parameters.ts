import { createTrainable, type Network, type Trainable } from '@face-verify/nets';
import { createRandom } from '../../data/random.ts';
import type { Engine } from '../../engine/engine.ts';
import type { LearnedParameter } from '../../losses/learned-parameter.ts';

/**
 * A trainable network and how the optimizer treats it: weight decay on kernels only, as all five papers.
 *
 * @param kept - nodes whose parameters stay as they are
 */
export function createStudent(
  network: Network,
  engine: Engine,
  seed: number,
  kept: ReadonlySet<number> = new Set(),
): { student: Trainable; parameters: LearnedParameter[] } {
  const student = createTrainable(network, { kernels: engine.kernels, random: createRandom(seed) });
  const parameters = student.parameters.map(({ name, node, variable, role, trainable }): LearnedParameter => {
    const treatment = !trainable || kept.has(node) ? 'statistic' : role === 'kernel' ? 'decayed' : 'plain';
    return { name, variable, treatment };
  });
  return { student, parameters };
}
