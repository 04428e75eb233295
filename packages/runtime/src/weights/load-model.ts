import { FaceVerifyError } from '@face-verify/core';
import {
  decodeHalfFloats,
  type ModelCard,
  NETWORKS,
  type Network,
  parseCard,
  splitParameters,
  topologyFingerprint,
} from '@face-verify/nets';
import { modelFolder } from '../assets/asset-paths.ts';
import { fetchAsset } from '../assets/fetch-asset.ts';
import { sha256 } from '../assets/sha256.ts';

/** A card, the network that it names and the weights that it vouches for; on no backend yet. */
export interface Model<Card extends ModelCard = ModelCard> {
  readonly card: Card;
  readonly network: Network;
  /** In the order of `inferenceParameters`. */
  readonly weights: readonly Float32Array[];
}

type CardOf<Kind extends ModelCard['kind']> = Extract<ModelCard, { readonly kind: Kind }>;

/**
 * Loads a folder of `models/`.
 *
 * @param id - the folder's name
 * @param kind - what the model must be for
 * @throws {FaceVerifyError} `asset-unavailable`, `weights-corrupt`, `topology-mismatch`, `aborted`
 */
export async function loadModel<Kind extends ModelCard['kind']>(
  assets: URL,
  id: string,
  kind: Kind,
  signal?: AbortSignal,
): Promise<Model<CardOf<Kind>>> {
  const folder = new URL(modelFolder(encodeURIComponent(id)), assets);
  const card = parseCard(parseJson(await fetchAsset(new URL('card.json', folder), signal)));
  if (!isOfKind(card, kind)) {
    throw new FaceVerifyError('topology-mismatch', `The model ${id} is not for ${kind}.`, { details: { id, kind } });
  }
  const network = findNetwork(card);
  const bytes = await fetchAsset(new URL(card.weights.file, folder), signal);
  await assertIntact(card, bytes);
  return { card, network, weights: splitParameters(network, decodeHalfFloats(bytes)) };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new FaceVerifyError('weights-corrupt', 'The model card is not JSON.', { cause });
  }
}

function isOfKind<Kind extends ModelCard['kind']>(card: ModelCard, kind: Kind): card is CardOf<Kind> {
  return card.kind === kind;
}

function findNetwork({ id, architecture, topology }: ModelCard): Network {
  const network = Object.hasOwn(NETWORKS, architecture) ? NETWORKS[architecture]?.() : undefined;
  if (network === undefined || topologyFingerprint(network) !== topology) {
    throw new FaceVerifyError(
      'topology-mismatch',
      `The weights of ${id} belong to another version of ${architecture}.`,
      {
        details: { id, architecture },
      },
    );
  }
  return network;
}

/** Half a download, another file or one changed bit must not become a face comparison. */
async function assertIntact({ id, weights }: ModelCard, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const digest = await sha256(bytes);
  if (bytes.length !== weights.bytes || digest !== weights.sha256) {
    throw new FaceVerifyError('weights-corrupt', `The weights of ${id} are not those that its card names.`, {
      details: { id, bytes: bytes.length, expectedBytes: weights.bytes },
    });
  }
}
