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
import type { OwnModel } from '../api.ts';
import type { AssetFolder } from '../assets/asset-folder.ts';
import { modelFolder } from '../assets/asset-paths.ts';
import type { CheckedFile } from '../assets/fetch-checked.ts';
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
 * Loads a folder of `models/`. The manifest vouches for the cards of the package's models, the page for that of its own,
 * and each card for its weights.
 *
 * @param model - a folder's name, or a model of the page's own
 * @param kind - what the model must be for
 * @param atHand - gives what may be the weights; they are read where these have another digest
 * @throws {FaceVerifyError} `asset-unavailable`, `asset-corrupt`, `weights-corrupt`, `topology-mismatch`, `aborted`;
 *   `option-invalid` where the package has no such model
 */
export async function loadModel<Kind extends ModelCard['kind']>(
  assets: AssetFolder,
  model: string | OwnModel,
  kind: Kind,
  signal?: AbortSignal,
  atHand?: (network: Network) => Uint8Array<ArrayBuffer>,
): Promise<Model<CardOf<Kind>>> {
  const cardFile = cardOf(assets, model);
  const card = parseCard(parseJson(await assets.read(cardFile, signal)));
  const { id } = card;
  if (!isOfKind(card, kind)) {
    throw new FaceVerifyError('topology-mismatch', `The model ${id} is not for ${kind}.`, { details: { id, kind } });
  }
  const network = findNetwork(card);
  const { file, ...digest } = card.weights;
  const given = atHand?.(network);
  const isRight = given !== undefined && (await sha256(given)) === digest.sha256;
  const bytes = isRight
    ? given
    : await assets.read({ ...digest, path: cardFile.path.replace('card.json', file) }, signal);
  return { card, network, weights: splitParameters(network, decodeHalfFloats(bytes)) };
}

function cardOf(assets: AssetFolder, model: string | OwnModel): CheckedFile {
  if (typeof model !== 'string') return { path: `${modelFolder(model.name)}card.json`, sha256: model.cardSha256 };
  const entry = assets.entry(`${modelFolder(model)}card.json`);
  if (entry !== undefined) return entry;
  const names = assets.facts.manifest.files.flatMap(({ path }) => /^models\/(.+)\/card\.json$/.exec(path)?.[1] ?? []);
  throw new FaceVerifyError(
    'option-invalid',
    `The package has no model ${model}, but ${names.join(', ')}. One of your own is named with the SHA-256 of its card: model: { name, cardSha256 }.`,
    { details: { model } },
  );
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
