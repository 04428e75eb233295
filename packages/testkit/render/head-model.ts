import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaceVerifyError } from '@face-verify/core';
import { requireSharedFolder } from '../src/shared-folder.ts';

/** Offsets of all vertices, quantised: centimetres = value × `scaleCm`. */
export interface VertexOffsets {
  readonly values: Int16Array;
  readonly scaleCm: number;
}

/**
 * A head whose shape and expression are sums of vertex offsets. Coordinates are centimetres as seen by someone
 * who faces it: x to the right of the image, y up, z towards the viewer.
 */
export interface HeadModel {
  /** [vertex, xyz] of the mean head: the coordinates in which skin, hair and lips are described. */
  readonly neutral: Float32Array;
  /** [triangle, corner] by material, e.g. `M_Face`. */
  readonly triangles: ReadonlyMap<string, Uint16Array>;
  /** Principal components of shape, by falling variance; a weight of 1 is one standard deviation. */
  readonly identityModes: readonly VertexOffsets[];
  readonly expressions: ReadonlyMap<string, VertexOffsets>;
}

interface ArrayEntry {
  readonly offset: number;
  readonly type: 'float32' | 'int16' | 'uint16';
  readonly shape: readonly number[];
  readonly scale?: number;
}

const ARRAY_TYPES = { float32: Float32Array, int16: Int16Array, uint16: Uint16Array };

/**
 * Reads the ICT-FaceKit head (USC Institute for Creative Technologies, MIT licence) from the shared folder.
 *
 * @throws {FaceVerifyError} `asset-unavailable` where the folder or the head in it is absent
 */
export function loadHeadModel(folder = join(requireSharedFolder(), 'models', 'ict-face')): HeadModel {
  let entries: [string, ArrayEntry][];
  let bytes: ArrayBuffer;
  try {
    entries = Object.entries(JSON.parse(readFileSync(join(folder, 'face.json'), 'utf8')));
    bytes = new Uint8Array(readFileSync(join(folder, 'face.bin'))).buffer;
  } catch (cause) {
    throw new FaceVerifyError('asset-unavailable', 'The morphable head (face.json, face.bin) cannot be read.', {
      cause,
    });
  }
  const arrays = new Map(
    entries
      .filter(([, entry]) => entry.shape !== undefined)
      .map(([name, { offset, type, shape, scale = 1 }]) => {
        const values = new ARRAY_TYPES[type](
          bytes,
          offset,
          shape.reduce((product, side) => product * side, 1),
        );
        return [name, { values, scaleCm: scale }];
      }),
  );
  const under = <Values>(prefix: string): [string, { values: Values; scaleCm: number }][] =>
    [...arrays]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => [name.slice(prefix.length), array as { values: Values; scaleCm: number }]);
  const [neutral] = under<Float32Array>('neutral');
  if (neutral === undefined) throw new FaceVerifyError('asset-unavailable', 'The morphable head has no vertices.');
  return {
    neutral: neutral[1].values,
    triangles: new Map(under<Uint16Array>('triangles/').map(([name, { values }]) => [name, values])),
    identityModes: under<Int16Array>('identity/').map(([, offsets]) => offsets),
    expressions: new Map(under<Int16Array>('expression/')),
  };
}
