import { type Calibration, calibrateEmbedder } from '@face-verify/eval';
import type { CropRecord } from '../../data/crop.ts';
import { openCrops } from '../../data/crop-reader.ts';
import { isTrusted } from '../../data/held-out-faces.ts';
import { openTargets } from '../../teach/distillation-targets.ts';
import { cropPairs } from '../verification/crop-pairs.ts';
import { similarStrangers } from '../verification/similar-strangers.ts';
import { captureCrops, openCropJournal } from './capture-crops.ts';
import { startPipeline } from './start-pipeline.ts';

/** What visitors know sets by; a set of one's own goes by its name. */
const SET_TITLES: Readonly<Record<string, string>> = { celeba: 'CelebA', 'celeba-people': 'CelebA' };

/** So many of the pairs within groups are one person's after all that stricter rates cannot be told. */
const SIMILAR_RATES = [1e-2, 1e-3];

/** Thresholds, and what they were measured on even where there are none. */
export interface ModelCalibration extends Calibration {
  readonly measuredOn: string;
  /** Absent where the pack has no crops of apparent groups. */
  readonly againstSimilar?: Calibration;
}

/**
 * Finds a model's thresholds on the trusted crops of a pack's validation split, each given to the whole pipeline as a
 * photograph, and against similar strangers on its crops of apparent groups.
 *
 * @param model - folder name in `models/`
 * @throws {EvaluationError} `evaluation-invalid` where the split has fewer than two identities; as the pipeline
 */
export async function calibrateModel(model: string, pack: string): Promise<ModelCalibration> {
  const crops = openCrops(pack);
  const pipeline = await startPipeline(model);
  try {
    const journal = openCropJournal(await pipeline.load());
    const embed = async (isWanted: (record: CropRecord) => boolean) => {
      const indices = crops.records.flatMap((record, i) => (isWanted(record) ? [i] : []));
      const { captured } = await captureCrops(pipeline, crops, indices, journal);
      return captured.map(({ index, embedding }) => ({ record: crops.records[index] as CropRecord, embedding }));
    };
    const labelled = await embed(isTrusted);
    const measuredOn = nameSet(labelled.map(({ record }) => record));
    const calibration = { measuredOn, ...calibrateEmbedder(cropPairs(labelled), measuredOn) };
    const grouped = await embed(({ split }) => split === 'groups');
    if (grouped.length === 0) return calibration;
    const targets = openTargets(pack, crops.records.length);
    const positions = new Map(crops.records.map((record, i) => [record, i]));
    const pairs = similarStrangers([...labelled, ...grouped], (record) => targets(positions.get(record) as number));
    const similar = `${grouped.length} photographs of UTKFace, nearly all of different people, none of whom was learned from, all pairs of two alike in apparent race, gender and age, through the whole pipeline`;
    return { ...calibration, againstSimilar: calibrateEmbedder(pairs, similar, SIMILAR_RATES) };
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
