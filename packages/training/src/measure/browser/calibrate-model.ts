import { type Calibration, calibrateEmbedder } from '@face-verify/eval';
import type { CropRecord } from '../../data/crop.ts';
import { openCrops } from '../../data/crop-reader.ts';
import { isTrusted } from '../../data/held-out-faces.ts';
import { cropPairs } from '../verification/crop-pairs.ts';
import { captureCrops } from './capture-crops.ts';
import { startPipeline } from './start-pipeline.ts';

/** What visitors know sets by; a set of one's own goes by its name. */
const SET_TITLES: Readonly<Record<string, string>> = { celeba: 'CelebA', 'celeba-people': 'CelebA' };

/** Thresholds, and what they were measured on even where there are none. */
export interface ModelCalibration extends Calibration {
  readonly measuredOn: string;
}

/**
 * Finds a model's thresholds on the trusted crops of a pack's validation split, each given to the whole pipeline as a
 * photograph.
 *
 * @param model - folder name in `models/`
 * @throws {EvaluationError} `evaluation-invalid` where the split has fewer than two identities; as the pipeline
 */
export async function calibrateModel(model: string, pack: string): Promise<ModelCalibration> {
  const crops = openCrops(pack);
  const pipeline = await startPipeline(model);
  try {
    await pipeline.load();
    const held = crops.records.flatMap((record, i) => (isTrusted(record) ? [i] : []));
    const { captured } = await captureCrops(pipeline, crops, held);
    const faces = captured.map(({ index, embedding }) => ({ record: crops.records[index] as CropRecord, embedding }));
    const measuredOn = nameSet(faces.map(({ record }) => record));
    return { measuredOn, ...calibrateEmbedder(cropPairs(faces), measuredOn) };
  } finally {
    crops.close();
    await pipeline.close();
  }
}

function nameSet(records: readonly CropRecord[]): string {
  const sets = [...new Set(records.map(({ set }) => SET_TITLES[set] ?? set))].join(' and ');
  const people = new Set(records.map(({ identity }) => identity)).size;
  return `${records.length} photographs of ${people} people of ${sets}, none of whom was learned from, all pairs, through the whole pipeline`;
}
