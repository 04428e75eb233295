import type { RgbImage } from '@face-verify/core';
import type { Network } from '@face-verify/nets';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../data/random.ts';
import { sharedFile } from '../../data/shared-data.ts';
import type { Engine } from '../../engine/engine.ts';
import { hintLoss } from '../../losses/distillation/distillation-losses.ts';
import type { LearnedParameter } from '../../losses/learned-parameter.ts';
import { type HintName, loadMobileFaceTeacher, type MobileFaceTeacher } from '../../teach/mobile-face-teacher.ts';
import { linearParameter } from './linear-parameter.ts';

type Maps = Readonly<Record<string, tf.Tensor4D>>;

/** Teacher M looks at what the student sees, and the student's stages are led to its inner maps. */
export interface Hints {
  /** Of the linear maps from the student's channels to the teacher's. */
  readonly parameters: readonly LearnedParameter[];
  /** The teacher's maps of the pictures, by the student's taps. */
  teach(faces: readonly RgbImage[]): Maps;
  /** How far the student's maps are from them, the mean over the stages. */
  loss(student: Maps, teacher: Maps): tf.Scalar;
}

/** @throws {Error} where teacher M is not there, or the network has no stage that it could lead */
export async function createHints(network: Network, engine: Engine, seed: number): Promise<Hints> {
  const teacher = await loadMobileFaceTeacher(sharedFile('models', 'teacher-mobileface-v2', 'model.json'));
  return hintsOf(teacher, network, engine, seed);
}

/** The same with any teacher. */
export function hintsOf(
  teacher: Pick<MobileFaceTeacher, 'hintChannels' | 'teach'>,
  network: Network,
  engine: Pick<Engine, 'kernels'>,
  seed: number,
): Hints {
  const names = Object.keys(network.taps).filter((tap): tap is HintName => tap in teacher.hintChannels);
  if (names.length === 0) throw new Error(`${network.name} has no stage that teacher M could give hints for.`);
  const random = createRandom(seed, 1);
  const toTeacher = names.map((name) => {
    const channels = network.nodes[network.taps[name] as number]?.shape[2] as number;
    return { tap: name, ...linearParameter(`hint/${name}`, channels, teacher.hintChannels[name], random) };
  });

  return {
    parameters: toTeacher,
    teach: (faces) =>
      tf.tidy(() => {
        const { hints } = teacher.teach(faces);
        return Object.fromEntries(names.map((name) => [name, hints[name]]));
      }),
    loss: (student, maps) =>
      tf.mean(
        tf.stack(
          toTeacher.map(({ tap, variable }) => {
            const kernel = tf.expandDims(tf.expandDims(variable)) as tf.Tensor4D; // → [1, 1, student, teacher]
            const mapped = engine.kernels.conv(student[tap] as tf.Tensor4D, kernel, 1, 'valid');
            return hintLoss(mapped, maps[tap] as tf.Tensor4D);
          }),
        ),
      ),
  };
}
