import { ALIGNED_SIZE_PX, type RgbImage } from '@face-verify/core';
import { POINT_INPUT } from '@face-verify/nets';
import { throwIfAborted } from '../abort.ts';
import type { StartedNetworks } from './start-networks.ts';

const PASSES = 5;

/**
 * How long networks that have computed before take for one face: two looks for its points, and one to embed it.
 *
 * @returns milliseconds, the median of some passes
 * @throws {FaceVerifyError} `backend-unavailable`, `aborted`
 */
export async function timeNetworks(
  { pointNetwork, embedder }: Pick<StartedNetworks, 'pointNetwork' | 'embedder'>,
  signal?: AbortSignal,
): Promise<number> {
  const [look, aligned] = [grey(POINT_INPUT.sizePx), grey(ALIGNED_SIZE_PX)];
  const timesMs: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    throwIfAborted(signal);
    const startMs = performance.now();
    await pointNetwork.run(look);
    await pointNetwork.run(look);
    await embedder.run(aligned);
    timesMs.push(performance.now() - startMs);
  }
  return timesMs.sort((a, b) => a - b)[Math.floor(PASSES / 2)] as number;
}

function grey(sizePx: number): RgbImage {
  return { widthPx: sizePx, heightPx: sizePx, channels: 3, data: new Uint8Array(sizePx * sizePx * 3).fill(128) };
}
