import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Matrix } from 'ml-matrix';
import { apparentGroups, isKeptForGroups } from '../data/apparent-groups.ts';
import type { CropRecord } from '../data/crop.ts';
import { openCrops } from '../data/crop-reader.ts';
import { RESEARCH_CROPS, sharedFile } from '../data/shared-data.ts';
import { TARGET_LENGTH, TARGETS_FILE } from './distillation-targets.ts';
import { embedWithTeacher, LENGTH_M, type TeachingProgress } from './embed-with-teacher.ts';
import { centred, discountGroups, joinTeachers, turnTowards, unitRows } from './join-teachers.ts';
import { loadMobileFaceTeacher } from './mobile-face-teacher.ts';
import { readDlibEmbeddings, readRows } from './stored-embeddings.ts';

/** Weight of teacher M's cosines beside D's, chosen by the targets' TAR on the validation split. */
const WEIGHT_M = 0.5;
/** Groups with fewer crops have no mean that says something. */
const SMALLEST_GROUP = 30;

/** What teachers say of crops, and what is made of that. */
export interface TaughtCrops {
  readonly records: readonly CropRecord[];
  /** By name: a row for each crop. */
  readonly rows: Readonly<Record<string, Matrix>>;
}

/**
 * Writes what students are to learn of the research crops beside their pack, from both teachers. An engine has to run.
 *
 * @throws {FaceVerifyError} `asset-unavailable` where crops or teachers are missing
 */
export async function writeDistillationTargets(progress: TeachingProgress): Promise<TaughtCrops> {
  const crops = openCrops(RESEARCH_CROPS);
  const { records } = crops;
  const stored = path.join(RESEARCH_CROPS, 'teacher-m.f32');
  const loadTeacher = () => loadMobileFaceTeacher(sharedFile('models', 'teacher-mobileface-v2', 'model.json'));
  await embedWithTeacher(crops, loadTeacher, stored, progress);

  const learned = records.flatMap((record, i) => (record.split === 'train' && !isKeptForGroups(record) ? [i] : []));
  const d = readDlibEmbeddings(records, (set) => sharedFile('data', `${set}.teacher-d.f32`));
  const m = readRows(stored, LENGTH_M);
  const joined = joinTeachers(
    [
      { rows: d, weight: 1 },
      { rows: m, weight: WEIGHT_M },
    ],
    learned,
    TARGET_LENGTH,
  );
  const discounted = unitRows(discountGroups(joined, groupsOf(records, learned)));
  const targets = turnTowards(discounted, unitRows(centred(d, learned)), learned);
  writeFileSync(path.join(RESEARCH_CROPS, TARGETS_FILE), Float32Array.from(targets.to1DArray()));

  return { records, rows: { 'teacher D': centred(d, learned), 'teacher M': m, joined, targets } };
}

/** Crops that are alike in all that their source says of them. */
function groupsOf(records: readonly CropRecord[], from: readonly number[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const crop of from) {
    const group = apparentGroups(records[crop] ?? { source: '' }).join(', ');
    if (group !== '') groups.set(group, [...(groups.get(group) ?? []), crop]);
  }
  return [...groups.values()].filter(({ length }) => length >= SMALLEST_GROUP);
}
