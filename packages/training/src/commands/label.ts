import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Command,
  CommandError,
  guardProcess,
  parseArguments,
  processTerminal,
  resolvePath,
  runCommand,
} from '@face-verify/headless';
import { drawContactSheet } from '../data/contact-sheet.ts';
import { type CropReader, openCrops } from '../data/crop-reader.ts';
import { DISAGREEMENT_PERCENT, type LabelAgreement, labelAgreement } from '../data/label-agreement.ts';
import { LABEL_FILES, type LandmarkLabels, readLandmarkLabels } from '../data/landmark-labels.ts';
import { RESEARCH_CROPS, sharedFile } from '../data/shared-data.ts';
import { labelInBrowser } from '../measure/browser/label-in-browser.ts';

const CONTACT_SHEET = 'landmarks.jpg';
const SHEET = { tiles: 30, columns: 6, zoom: 2 } as const;

const labelCommand: Command = {
  help: `Where are the eyelids, lips, nose tip and chin? Labels a pack with MediaPipe's FaceLandmarker.

  npm run -s train:label -- [options]

  --data DIR       a pack, as train:prepare makes it (default: the research crops); gets ${LABEL_FILES.rows} and
                   ${LABEL_FILES.index}, and ${CONTACT_SHEET} to look over
  --model FILE     MediaPipe's face_landmarker.task (default: that of ../shared)

Takes about 30 ms a crop: 20 minutes for the research crops. An interrupted run goes on where it stopped.
Exit status: 0, or 3 where there are no labels.`,

  async run(args, terminal) {
    const { values } = parseArguments(args, { options: { data: { type: 'string' }, model: { type: 'string' } } });
    const folder = values.data === undefined ? RESEARCH_CROPS : resolvePath(terminal, values.data);
    const model =
      values.model === undefined
        ? sharedFile('models', 'mediapipe', 'face_landmarker.task')
        : resolvePath(terminal, values.model);
    if (!existsSync(model)) throw new CommandError('file-missing', 'The landmarker’s file is not there.');
    const crops = openCrops(folder);
    try {
      await labelInBrowser(folder, crops, model);
      const labels = readLandmarkLabels(folder, crops.records.length);
      await writeContactSheet(folder, crops, labels);
      for (const line of agreementLines(labelAgreement(crops.records, labels))) terminal.out(line);
      terminal.out(`Look over ${path.join(folder, CONTACT_SHEET)}`);
      return 0;
    } finally {
      crops.close();
    }
  },
};

function agreementLines(agreement: LabelAgreement): string[] {
  const { crops, faceless, medianPercent, p95Percent, disagreeing, medianOffsetPx } = agreement;
  return [
    `${crops - faceless} of ${crops} crops labelled; no face in ${faceless}.`,
    `From the points that the crops were aligned by: median ${medianPercent.toFixed(2)} % of the distance between the ` +
      `eyes, 95th percentile ${p95Percent.toFixed(2)} %, above ${DISAGREEMENT_PERCENT} % in ${disagreeing} crops; ` +
      `median offset ${medianOffsetPx.x.toFixed(2)}, ${medianOffsetPx.y.toFixed(2)} px.`,
  ];
}

async function writeContactSheet(folder: string, crops: CropReader, labels: LandmarkLabels): Promise<void> {
  const { length } = crops.records;
  const shown = Math.min(SHEET.tiles, length);
  const tiles = Array.from({ length: shown }, (_, i) => {
    const index = Math.floor((i * length) / shown);
    const points = Object.values(labels(index)?.points ?? {}).map(({ x, y }) => [x, y] as const);
    return { image: crops.read(index), points };
  });
  writeFileSync(path.join(folder, CONTACT_SHEET), await drawContactSheet(tiles, SHEET));
}

guardProcess();
process.exitCode = await runCommand(labelCommand, process.argv.slice(2), processTerminal());
