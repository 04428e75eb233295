import { existsSync } from 'node:fs';
import path from 'node:path';
import { ALIGNED_SIZE_PX, type Threshold, warpImage } from '@face-verify/core';
import { EvaluationError } from '@face-verify/eval';
import type { PipelineBrowser } from '@face-verify/headless';
import type { Inference } from '@face-verify/nets';
import { CROP_TO_ALIGNED, type CropRecord, type CropSplit } from '../../data/crop.ts';
import { type CropReader, openCrops } from '../../data/crop-reader.ts';
import { drawGroups } from '../../data/draw-groups.ts';
import { isHeldOut } from '../../data/held-out-faces.ts';
import { LABEL_FILES, readPointLabels } from '../../data/point-labels.ts';
import { startEngine } from '../../engine/engine.ts';
import { loadEmbedder } from '../../engine/load-embedder.ts';
import { runImages } from '../../learn/validation/run-images.ts';
import { type CropCaptures, countRefused, pickCaptures } from '../verification/captured-crop.ts';
import { cropPairs } from '../verification/crop-pairs.ts';
import { describeSplit } from '../verification/describe-split.ts';
import { type ImpostorGroup, measureImpostors } from '../verification/impostor-groups.ts';
import type { GroupReport, ModelEvaluation } from '../verification/model-evaluation.ts';
import { summarisePairs } from '../verification/pair-summary.ts';
import { VALIDATION_GROUPS, type ValidationGroup } from '../verification/validation-groups.ts';
import { type CropJournal, captureCrops, openCropJournal } from './capture-crops.ts';
import { startPipeline } from './start-pipeline.ts';

export interface EvaluateOptions {
  /** Folder name in `models/`. */
  readonly model: string;
  /** A packed data set. */
  readonly pack: string;
  /** Whose crops are measured. */
  readonly split: CropSplit;
  /** Crops of each apparent group whose pairs are compared; 0 leaves groups of every kind out. */
  readonly perGroup: number;
  /** Told what is being done. */
  say(line: string): void;
}

/** Which crops of an apparent group are drawn. */
const SEED = 1;

/**
 * Measures a model on a validation split of a pack, through the whole shipped pipeline.
 *
 * @throws {EvaluationError} `evaluation-invalid` where the split has fewer than two identities; as the pipeline
 */
export async function evaluateModel({ model, pack, split, perGroup, say }: EvaluateOptions): Promise<ModelEvaluation> {
  const crops = openCrops(pack);
  const held = heldOut(crops, split);
  const isLabelled = existsSync(path.join(pack, LABEL_FILES.index));
  const labels = isLabelled ? readPointLabels(pack, crops.records.length) : undefined;
  const engine = await startEngine('auto');
  const { card, inference } = loadEmbedder(model);
  const { thresholds } = card;
  const pipeline = await startPipeline(model);
  try {
    const loaded = await pipeline.load();
    const { backend } = loaded;
    const journal = openCropJournal(loaded);
    say(`The validation split, on ${backend.running}`);
    const all = await captureCrops(pipeline, crops, held, journal);
    say(`The same crops by their stored points, on ${engine.name}`);
    const stored = await embedStoredPoints(crops, held, inference);
    const trusted = pickCaptures(all, (index) => !crops.records[index]?.suspect);
    return {
      model,
      weightsSha256: card.weights.sha256,
      backend: backend.running,
      engine: engine.name,
      sets: [...new Set(held.map((index) => crops.records[index]?.set ?? ''))],
      thresholds,
      trusted: describeSplit(crops.records, trusted, stored, thresholds, labels),
      everything: describeSplit(crops.records, all, stored, thresholds, labels),
      groups: perGroup === 0 ? {} : await measureGroups(pipeline, crops, journal, trusted, thresholds, say),
      impostors: perGroup === 0 ? {} : await measureApparentGroups(pipeline, crops, journal, perGroup, thresholds, say),
    };
  } finally {
    inference.dispose();
    crops.close();
    await pipeline.close();
  }
}

/** Positions of the labelled crops of a validation split. */
function heldOut({ records }: CropReader, split: CropSplit): number[] {
  const held = records.flatMap((record, i) => (record.split === split && isHeldOut(record) ? [i] : []));
  if (new Set(held.map((index) => records[index]?.identity)).size < 2) {
    throw new EvaluationError('evaluation-invalid', `The split ${split} of the pack has fewer than two identities.`);
  }
  return held;
}

async function embedStoredPoints(
  crops: CropReader,
  indices: readonly number[],
  inference: Inference,
): Promise<ReadonlyMap<number, Float32Array>> {
  const faces = indices.map((index) => warpImage(crops.read(index), CROP_TO_ALIGNED, ALIGNED_SIZE_PX));
  const rows = await runImages(faces, inference.run);
  return new Map(indices.map((index, i) => [index, rows[i] as Float32Array]));
}

async function measureGroups(
  pipeline: PipelineBrowser,
  crops: CropReader,
  journal: CropJournal,
  trusted: CropCaptures,
  thresholds: readonly Threshold[],
  say: (line: string) => void,
): Promise<Record<string, GroupReport>> {
  const indices = [...trusted.captured, ...trusted.refused].map(({ index }) => index);
  const groups: Record<string, GroupReport> = {};
  for (const [name, { description, change, keep }] of Object.entries<ValidationGroup>(VALIDATION_GROUPS)) {
    if (change !== undefined) say(`The validation split with ${description}`);
    const captures = change === undefined ? trusted : await captureCrops(pipeline, crops, indices, journal, change);
    const faces = embedded(captures, crops);
    groups[name] = {
      description,
      ...partOf(
        faces.map(({ record }) => record),
        keep,
      ),
      refused: change === undefined ? {} : countRefused(captures),
      ...summarisePairs(cropPairs(faces, keep), thresholds),
    };
  }
  return groups;
}

/** How many crops and identities take part in the pairs that count. */
function partOf(records: readonly CropRecord[], keep: ValidationGroup['keep'] = () => true) {
  const taking = records.filter((record) => records.some((other) => other !== record && keep(record, other)));
  return { crops: taking.length, identities: new Set(taking.map(({ identity }) => identity)).size };
}

async function measureApparentGroups(
  pipeline: PipelineBrowser,
  crops: CropReader,
  journal: CropJournal,
  perGroup: number,
  thresholds: readonly Threshold[],
  say: (line: string) => void,
): Promise<Record<string, ImpostorGroup>> {
  const drawn = drawGroups(crops.records, perGroup, SEED);
  if (drawn.size === 0) return {};
  say('Pairs within apparent groups');
  const captures = await captureCrops(pipeline, crops, [...new Set([...drawn.values()].flat())], journal);
  return Object.fromEntries(
    [...drawn].map(([group, indices]) => {
      const members = new Set(indices);
      const faces = embedded(
        pickCaptures(captures, (index) => members.has(index)),
        crops,
      );
      return [group, measureImpostors(faces, thresholds)];
    }),
  );
}

function embedded({ captured }: CropCaptures, { records }: CropReader) {
  return captured.map(({ index, embedding }) => ({ record: records[index] as CropRecord, embedding }));
}
