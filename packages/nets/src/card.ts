import type { Threshold } from '@face-verify/core';
import { CardField } from './card-field.ts';

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
  /** Fingerprint of the topology of the network that the weights belong to. */
  readonly topology: string;
  readonly weights: {
    readonly file: 'weights.bin';
    /** Little-endian half floats, parameters in the order in which inference reads them. */
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

/**
 * What is known of a model that turns faces into embeddings: where its weights come from, and what was measured with
 * it.
 */
export interface EmbedderCard extends CardBase {
  readonly kind: 'embedder';
  readonly dimension: number;
  /** Empty where the set cannot support a rate or the model is not trained. */
  readonly thresholds: readonly Threshold[];
  /** The same on pairs of two people who are alike; see `Strangers`. */
  readonly thresholdsAgainstSimilar: readonly Threshold[];
  /** A drawn input and what the shipped weights make of it; see `goldenInput`. */
  readonly golden: readonly number[];
}

export interface PointCard extends CardBase {
  readonly kind: 'points';
  /** How many values the network gives of each output, by name, in their order in a row. */
  readonly outputs: Readonly<Record<string, number>>;
  /** From 0 to below 1: a face whose presence is lower is refused. */
  readonly presenceLimit: number;
  /** A drawn input's row of outputs by the shipped weights, as the network gives it: see `readFace`. */
  readonly golden: readonly number[];
}

/** Of a detector that somebody else trained and published. */
export interface DetectorCard extends CardBase {
  readonly kind: 'detector';
  /** The file that the weights were read from, value for value. */
  readonly source: {
    /** Of npm, with its version. */
    readonly package: string;
    readonly file: string;
    /** Lower-case hex. */
    readonly sha256: string;
  };
  /** Some values of what a drawn input's row of outputs is by the shipped weights: see `goldenSample`. */
  readonly golden: readonly number[];
}

export type ModelCard = EmbedderCard | PointCard | DetectorCard;

/**
 * Reads a card field by field; unknown fields are left out.
 *
 * @throws {FaceVerifyError} `weights-corrupt` where one is missing or is not what it has to be, with its path in
 *   `details.field`
 */
export function parseCard(json: unknown): ModelCard {
  const card = new CardField(json);
  // In the order in which cards are written, so that one that is read and written again stays as it was.
  const base = {
    id: card.at('id').text(),
    architecture: card.at('architecture').text(),
    topology: card.at('topology').text(),
    weights: parseWeights(card.at('weights')),
    training: card.at('training').record(),
    terms: parseTerms(card.at('terms')),
    golden: card.at('golden').list((output) => output.number()),
  };
  const metrics = card.at('metrics').record();
  const kind = card.at('kind').oneOf(['embedder', 'points', 'detector']);
  if (base.golden.length === 0) card.at('golden').refuse('the output of a network');
  if (kind === 'detector') return { ...base, kind, source: parseSource(card.at('source')), metrics };
  if (kind === 'points') {
    const outputs = parseOutputs(card.at('outputs'));
    const length = Object.values(outputs).reduce((sum, count) => sum + count, 0);
    if (base.golden.length !== length) card.at('golden').refuse(`a row of ${length} numbers`);
    const presenceLimit = card.at('presenceLimit').number({ from: 0, below: 1 });
    return { ...base, kind, outputs, presenceLimit, metrics };
  }
  const dimension = card.at('dimension').count();
  if (base.golden.length !== dimension) card.at('golden').refuse(`a vector of ${dimension} numbers`);
  const thresholds = parseThresholds(card.at('thresholds'));
  const thresholdsAgainstSimilar = parseThresholds(card.at('thresholdsAgainstSimilar'));
  return { ...base, kind, dimension, thresholds, thresholdsAgainstSimilar, metrics };
}

function parseWeights(weights: CardField): ModelCard['weights'] {
  return {
    file: weights.at('file').oneOf(['weights.bin']),
    format: weights.at('format').oneOf(['fp16']),
    bytes: weights.at('bytes').count(),
    sha256: weights.at('sha256').hex(64),
  };
}

function parseOutputs(outputs: CardField): PointCard['outputs'] {
  return Object.fromEntries(Object.keys(outputs.record()).map((name) => [name, outputs.at(name).count()]));
}

function parseSource(source: CardField): DetectorCard['source'] {
  return {
    package: source.at('package').text(),
    file: source.at('file').text(),
    sha256: source.at('sha256').hex(64),
  };
}

function parseTerms(terms: CardField): WeightsTerms {
  return { permittedUse: terms.at('permittedUse').oneOf(PERMITTED_USES), text: terms.at('text').text() };
}

/** A threshold that is too low by mistake would let strangers match, so each is held against the others, too. */
function parseThresholds(field: CardField): readonly Threshold[] {
  const thresholds = field.list(parseThreshold);
  for (const a of thresholds) {
    for (const b of thresholds) {
      if (a !== b && a.targetFmr === b.targetFmr) field.refuse('one threshold for each false match rate');
      if (a.targetFmr < b.targetFmr && a.similarity < b.similarity) {
        field.refuse('a higher similarity for a lower false match rate');
      }
    }
  }
  return thresholds;
}

function parseThreshold(threshold: CardField): Threshold {
  return {
    // Two strangers have a cosine about 0.
    similarity: threshold.at('similarity').number({ above: 0, to: 1 }),
    targetFmr: threshold.at('targetFmr').number({ above: 0, below: 1 }),
    fmrInterval: parseInterval(threshold.at('fmrInterval')),
    measuredOn: threshold.at('measuredOn').text(),
  };
}

function parseInterval(interval: CardField): Threshold['fmrInterval'] {
  const [low, high, ...more] = interval.list((rate) => rate.number({ from: 0, to: 1 }));
  if (low !== undefined && high !== undefined && low <= high && more.length === 0) return [low, high];
  return interval.refuse('a lower and an upper rate');
}
