import { createEmbedding, type Embedding } from '@face-verify/core';
import type { EmbedderCard } from '@face-verify/nets';
import { openCrops } from '../../data/crop-reader.ts';
import { heldOutFaces, isTrusted } from '../../data/held-out-faces.ts';
import { RESEARCH_CROPS } from '../../data/shared-data.ts';
import type { Run } from '../../learn/tasks/training-task.ts';
import { runImages } from '../../learn/validation/run-images.ts';
import { packedCropsContract } from './packed-crops-contract.ts';

/** The trusted research crops of people whom training never sees, aligned by their stored points. */
export async function embedTrustedCrops(
  card: EmbedderCard,
  run: Run,
): Promise<readonly { readonly identity: string; readonly embedding: Embedding }[]> {
  const held = heldOutFaces(openCrops(RESEARCH_CROPS)).filter(({ record }) => isTrusted(record));
  const contract = packedCropsContract(card);
  const rows = await runImages(
    held.map(({ face }) => face),
    run,
  );
  return held.map(({ record: { identity } }, n) => ({
    identity,
    embedding: createEmbedding(rows[n] as Float32Array, contract),
  }));
}
