import type { RgbImage } from '@face-verify/core';
import type { EmbedderCard } from '@face-verify/nets';
import { openCrops } from '../../data/crop-reader.ts';
import { createRandom } from '../../data/random.ts';
import { RESEARCH_CROPS } from '../../data/shared-data.ts';
import type { Run } from '../../learn/tasks/training-task.ts';
import { DAMAGES } from './damages.ts';
import { embedFaces, trustedFaces } from './embed-faces.ts';
import type { DamagedFaces } from './measure-quality.ts';
import { packedCropsContract } from './packed-crops-contract.ts';
import type { SeenFace } from './seen-face.ts';

/** Of where each crop is covered, and with what colour. */
const SEED = 1;

/** Every damage at every strength. */
export const CONDITIONS = DAMAGES.flatMap((damage) => damage.strengths.map((strength) => ({ damage, strength })));

/**
 * Embeds the trusted research crops of the validation split, undamaged and in every condition.
 *
 * @param onCondition - called after each of {@link CONDITIONS}
 */
export async function embedConditions(
  card: EmbedderCard,
  run: Run,
  onCondition: () => void,
): Promise<{ readonly undamaged: readonly SeenFace[]; readonly damaged: readonly DamagedFaces[] }> {
  const contract = packedCropsContract(card);
  const embedder = { contract, run };
  const crops = openCrops(RESEARCH_CROPS);
  try {
    const indices = trustedFaces(crops);
    const undamaged = await embedFaces(crops, indices, embedder);
    const damaged: DamagedFaces[] = [];
    for (const { damage, strength } of CONDITIONS) {
      const change = (crop: RgbImage, index: number) => damage.apply(crop, strength, createRandom(SEED, index));
      damaged.push({ damage, strength, faces: await embedFaces(crops, indices, embedder, change) });
      onCondition();
    }
    return { undamaged, damaged };
  } finally {
    crops.close();
  }
}
