import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { apparentGroups, isKeptForGroups } from '../data/apparent-groups.ts';
import { openCrops } from '../data/crop-reader.ts';
import { RESEARCH_CROPS, sharedFile } from '../data/shared-data.ts';
import { startEngine } from '../engine/engine.ts';
import { TARGET_LENGTH, TARGETS_FILE } from '../teach/distillation-targets.ts';
import { embedWithTeacher, LENGTH_M } from '../teach/embed-with-teacher.ts';
import { centred, discountGroups, joinTeachers, turnTowards, unitRows } from '../teach/join-teachers.ts';
import { measureRows } from '../teach/measure-rows.ts';
import { loadMobileFaceTeacher } from '../teach/mobile-face-teacher.ts';
import { readDlibEmbeddings, readRows } from '../teach/stored-embeddings.ts';

const USAGE = `Usage: npm run train:teach

Writes what students are to learn: for each of the packed research crops the embedding that both teachers give it
together, less what people of an apparent group have in common (docs/decisions/distillation-target.md). Prints how well
teachers and targets verify, and how often they take two people of a group for one at the threshold for 1e-3. Ten
minutes of one core, nearly all for teacher M, whose embeddings are kept; goes on where it was interrupted.`;

/** Weight of teacher M's cosines beside D's, chosen by the targets' TAR on the validation split. */
const WEIGHT_M = 0.5;
/** Groups with fewer crops have no mean that says something. */
const SMALLEST_GROUP = 30;

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const crops = openCrops(RESEARCH_CROPS);
const { records } = crops;
await startEngine('auto');
const stored = path.join(RESEARCH_CROPS, 'teacher-m.f32');
const loadTeacher = () => loadMobileFaceTeacher(sharedFile('models', 'teacher-mobileface-v2', 'model.json'));
await embedWithTeacher(crops, loadTeacher, stored, (done) => {
  if (done % 1_024 === 0) console.log(`teacher M: ${done} of ${records.length} crops`);
});

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
const discounted = unitRows(discountGroups(joined, groupsOf(learned)));
const targets = turnTowards(discounted, unitRows(centred(d, learned)), learned);
writeFileSync(path.join(RESEARCH_CROPS, TARGETS_FILE), Float32Array.from(targets.to1DArray()));

const report: Record<string, Record<string, string>> = {};
for (const [name, rows] of Object.entries({ 'teacher D': centred(d, learned), 'teacher M': m, joined, targets })) {
  const { figures, falseMatches } = measureRows(records, (crop) => Float32Array.from(rows.getRow(crop)));
  for (const [figure, value] of Object.entries(figures)) fill(figure, name, value);
  for (const [group, rate] of Object.entries(falseMatches)) fill(`false matches, ${group}`, name, rate);
}
console.table(report);

function fill(line: string, column: string, value: number | undefined): void {
  report[line] = { ...report[line], [column]: value?.toFixed(4) ?? 'too few pairs' };
}

/** Crops that are alike in all that their source says of them. */
function groupsOf(from: readonly number[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const crop of from) {
    const group = apparentGroups(records[crop] ?? { source: '' }).join(', ');
    if (group !== '') groups.set(group, [...(groups.get(group) ?? []), crop]);
  }
  return [...groups.values()].filter(({ length }) => length >= SMALLEST_GROUP);
}
