import type { PhotographAttempts, PipelineBrowser } from '@face-verify/headless';
import type { FoundPhotograph } from '../conditions/condition.ts';
import type { NamedPhotograph } from '../conditions/named-photograph.ts';
import { captureImage } from './capture-image.ts';

/**
 * Looks where each photograph's face is.
 *
 * @returns those of which the pipeline makes something as they are; the others can show nothing about a condition
 */
export async function findPhotographs(
  photographs: readonly NamedPhotograph[],
  pipeline: Pick<PipelineBrowser, 'capture'>,
  attempts: PhotographAttempts,
): Promise<FoundPhotograph[]> {
  const found: FoundPhotograph[] = [];
  for (const [index, { identity, read }] of photographs.entries()) {
    const image = await read();
    const capture = await captureImage(pipeline, attempts, image);
    if (typeof capture === 'string') continue;
    found.push({ identity, index, image, landmarks: capture.landmarks, box: capture.box });
  }
  return found;
}
