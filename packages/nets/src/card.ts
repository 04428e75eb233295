import { FaceVerifyError, type Threshold } from '@face-verify/core';

const PERMITTED_USES = ['non-commercial-research', 'any'] as const;

/** What weights may be used for. It follows from the data that they learned from, not from the licence of the code. */
export interface WeightsTerms {
  readonly permittedUse: (typeof PERMITTED_USES)[number];
  /** The terms and where they come from, in words. */
  readonly text: string;
}

/** What a folder of `models/` says of itself in card.json. Weights never travel without it. */
interface CardBase {
  /** Folder name, e.g. `convfacenext-ps`. */
  readonly id: string;
  /** Key of the network registry, e.g. `ConvFaceNeXt_PS`. */
  readonly architecture: string;
  /** {@link topologyFingerprint} of the network that the weights belong to. */
  readonly topology: string;
  readonly weights: {
    readonly file: 'weights.bin';
    /** Little-endian half floats, parameters in {@link inferenceParameters} order. */
    readonly format: 'fp16';
    readonly bytes: number;
    /** Lower-case hex, checked before use. */
    readonly sha256: string;
  };
  /** How it was made: data, teachers, recipe, seed, steps, hardware. */
  readonly training: Readonly<Record<string, unknown>>;
  /** What it was measured to do, each with its set. */
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly terms: WeightsTerms;
}

export interface EmbedderCard extends CardBase {
  readonly kind: 'embedder';
  readonly dimension: number;
  /** Empty where the set cannot support a rate or the model is not trained. */
  readonly thresholds: readonly Threshold[];
  /** A drawn input and what the shipped weights make of it; see `goldenInput`. */
  readonly golden: readonly number[];
}

export interface LandmarkCard extends CardBase {
  readonly kind: 'landmarks';
  /** A drawn input's points by the shipped weights, as the network gives them: see `facePointsFromOutput`. */
  readonly golden: readonly number[];
}

export type ModelCard = EmbedderCard | LandmarkCard;

/**
 * @throws {FaceVerifyError} `weights-corrupt` where a field that loading depends on, or what the weights may be used
 * for, is missing or of the wrong type
 */
export function parseCard(json: unknown): ModelCard {
  const card = json as ModelCard;
  const { weights, terms } = card ?? {};
  const usable =
    typeof card?.id === 'string' &&
    typeof card.architecture === 'string' &&
    typeof card.topology === 'string' &&
    weights?.format === 'fp16' &&
    Number.isInteger(weights.bytes) &&
    /^[0-9a-f]{64}$/.test(weights.sha256) &&
    PERMITTED_USES.includes(terms?.permittedUse) &&
    typeof terms.text === 'string' &&
    terms.text !== '' &&
    Array.isArray(card.golden) &&
    (card.kind === 'landmarks' || (card.kind === 'embedder' && card.dimension > 0 && Array.isArray(card.thresholds)));
  if (!usable) throw new FaceVerifyError('weights-corrupt', 'The model card is incomplete.');
  return card;
}
