import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CROP_BYTES } from './crop.ts';
import type { CropReader } from './crop-reader.ts';
import { LABEL_FILES, LABEL_ROW_LENGTH, type LabelIndex } from './point-labels.ts';

export interface LabelCropsOptions {
  /** Gets the labels. */
  readonly folder: string;
  readonly index: LabelIndex;
  readonly crops: CropReader;
  /** Takes crops one after the other, as they are packed; gives a row for each. */
  label(rgb: Uint8Array): Promise<readonly Float32Array[]>;
  /** Called once, with the number of crops that an earlier run has labelled. */
  onStart(done: number): void;
  /** Called after each crop. */
  onCrop(): void;
}

/** Crops that go through the page at once: 1 MB. */
const BATCH = 16;

/** Labels every crop of a pack; goes on where an earlier run with the same model and points was cut off. */
export async function labelCrops({ folder, index, crops, label, onStart, onCrop }: LabelCropsOptions): Promise<void> {
  await mkdir(folder, { recursive: true });
  const indexFile = path.join(folder, LABEL_FILES.index);
  const text = `${JSON.stringify(index, null, 2)}\n`;
  const isSame = (await readFile(indexFile, 'utf8').catch(() => '')) === text;
  const rows = await open(path.join(folder, LABEL_FILES.rows), 'a+');
  try {
    const rowBytes = LABEL_ROW_LENGTH * 4;
    const whole = isSame ? Math.floor((await rows.stat()).size / rowBytes) : 0;
    await rows.truncate(whole * rowBytes);
    await writeFile(indexFile, text);
    onStart(whole);
    for (let start = whole; start < crops.records.length; start += BATCH) {
      const count = Math.min(BATCH, crops.records.length - start);
      const rgb = new Uint8Array(count * CROP_BYTES);
      for (let i = 0; i < count; i++) rgb.set(crops.read(start + i).data, i * CROP_BYTES);
      const labels = await label(rgb);
      if (labels.length !== count) throw new Error(`${labels.length} labels came for ${count} crops.`);
      await rows.appendFile(Buffer.concat(labels.map((row) => Buffer.from(row.buffer))));
      for (let i = 0; i < count; i++) onCrop();
    }
  } finally {
    await rows.close();
  }
}
